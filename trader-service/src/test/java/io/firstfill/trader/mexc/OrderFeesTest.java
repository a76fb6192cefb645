package io.firstfill.trader.mexc;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.Timing;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.MyTrade;
import io.firstfill.mexc.order.OrderId;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.mexc.reading.SkippedRows;
import io.firstfill.trader.order.Venue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderFeesTest {
    private static final Pair NEWT = Pair.of("NEWT/USDT");
    private static final Timing TIMING = new Timing(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    @Test
    void theFeesOfAllTradesAreSummedByAsset() {
        Optional<Venue.Fee> fee = fee(
                NEWT,
                trade("60", "0.06", "NEWT"),
                trade("30", "0.0003", "MX"),
                trade("5", "0.0001", "MX"),
                trade("5", "0.0025", "USDT"));

        assertThat(fee)
                .contains(new Venue.Fee(
                        Quantity.of("0.06"),
                        Map.of(Asset.of("MX"), Amount.of("0.0004"), Asset.of("USDT"), Amount.of("0.0025"))));
    }

    @Test
    void theAssetOfTheExchangeItselfIsTheBaseAssetOfItsOwnPair() {
        assertThat(fee(Pair.of("MX/USDT"), trade("100", "0.1", "MX")))
                .contains(new Venue.Fee(Quantity.of("0.1"), Map.of()));
    }

    @Test
    void aFeeIsTheSameWithEitherSign() {
        assertThat(fee(NEWT, trade("100", "-0.1", "NEWT"))).contains(new Venue.Fee(Quantity.of("0.1"), Map.of()));
    }

    @Test
    void noFeeIsNothing() {
        assertThat(fee(NEWT, trade("60", "0", "USDT"), trade("40", null, null)))
                .hasValueSatisfying(fee -> assertThat(fee.isNothing()).isTrue());
    }

    @Test
    void aFeeIsUnknownWhileTradesAreMissingOrNotReadable() {
        assertThat(fee(NEWT, trade("99", "0.1", "NEWT"))).isEmpty();
        assertThat(fee(NEWT, trade("100", "0.1", null))).isEmpty();
        assertThat(fee(NEWT, trade("100", "1E+30", "USDT"))).isEmpty();
        assertThat(fee(NEWT, trade("100", "1E-30", "NEWT"))).isEmpty();
    }

    @Test
    void aCodeThatIsNoAssetHidesNoFeeBesideIt() {
        assertThat(fee(NEWT, trade("60", "0.1", "NEWT"), trade("40", "1", "NO/ASSET")))
                .hasValueSatisfying(fee -> assertThat(fee.inBase()).isEqualTo(Quantity.of("0.1")));
        assertThat(fee(NEWT, trade("60", "0.1", "NEWT"), trade("40", "0", "NO/ASSET")))
                .hasValueSatisfying(fee -> assertThat(fee.others()).isEmpty());
    }

    private static Optional<Venue.Fee> fee(Pair pair, MyTrade... trades) {
        return OrderFees.of(
                new MexcResult.Answer<>(new Rows<>(List.of(trades), SkippedRows.NONE), TIMING),
                pair,
                Quantity.of("100"));
    }

    private static MyTrade trade(String quantity, @Nullable String commission, @Nullable String asset) {
        return new MyTrade(
                new MexcSymbol("NEWTUSDT"),
                "1",
                new OrderId("C02__1"),
                null,
                new BigDecimal("0.5"),
                new BigDecimal(quantity),
                null,
                commission == null ? null : new BigDecimal(commission),
                asset,
                Instant.EPOCH,
                true,
                false);
    }
}
