package io.firstfill.trader.mexc;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.Ambiguity;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.ClientOrderId;
import io.firstfill.contract.value.ExchangeOrderId;
import io.firstfill.contract.value.ListingId;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.RunId;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.Timing;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.MyTrade;
import io.firstfill.mexc.order.OrderId;
import io.firstfill.trader.order.LookUp;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.PlaceAnswer.Meaning;
import io.firstfill.trader.order.Sighting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as proof that an order does not exist. */
class AnswerReadingTest {
    private static final Timing TIMING = new Timing(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    private static final ClientOrderId ID =
            ClientOrderId.derivedFrom(RunId.derivedFrom("run"), ListingId.derivedFrom("l"), "b", 1);
    private static final ExchangeOrderId ORDER = ExchangeOrderId.of("C02__1");

    private final AnswerReading reading = new AnswerReading(() -> Instant.MAX);

    @Test
    void aCodeNobodyKnowsLeavesTheOrderInDoubt() {
        PlaceAnswer answer = reading.placed(new MexcResult.Refused<>(400, 987_654, "novel", TIMING));

        assertThat(answer)
                .isEqualTo(new PlaceAnswer.Doubtful(Ambiguity.UNREADABLE, "code=987654 novel", Instant.EPOCH));
    }

    @Test
    void aKnownRefusalIsProof() {
        PlaceAnswer answer = reading.placed(new MexcResult.Refused<>(400, 30_002, "amount too small", TIMING));

        assertThat(answer).isInstanceOf(PlaceAnswer.Refused.class);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "30001, NOT_OPEN_YET",
        "30000, NOT_OPEN_YET",
        "30016, NOT_OPEN_YET",
        "10007, NOT_OPEN_OR_BARRED",
        "30020, PAIR_BARRED",
        "70011, PAIR_BARRED",
        "-1121, TRY_AGAIN",
        "30014, TRY_AGAIN",
        "30021, TRY_AGAIN",
        "30025, TRY_AGAIN",
        "700003, CLOCK_OFF",
        "10073, CLOCK_OFF",
        "30018, STYLE_REFUSED",
        "30019, STYLE_REFUSED",
        "30041, STYLE_REFUSED",
        "30051, STYLE_REFUSED",
        "30002, TERMINAL",
        "30003, TERMINAL",
        "30004, TERMINAL",
        "10101, TERMINAL",
        "30029, TERMINAL",
        "30010, TERMINAL",
        "10098, ACCOUNT_REFUSED",
        "60005, ACCOUNT_REFUSED",
        "10072, KEY_REFUSED",
        "700001, KEY_REFUSED",
        "700002, KEY_REFUSED",
        "700006, KEY_REFUSED",
        "700007, KEY_REFUSED"
    })
    void whatARefusedOrderAsksUsToDo(int code, Meaning meaning) {
        PlaceAnswer answer = reading.placed(new MexcResult.Refused<>(400, code, "no", TIMING));

        assertThat(((PlaceAnswer.Refused) answer).meaning()).isEqualTo(meaning);
    }

    @Test
    void tradesAddUpWhoeverNamesThem() {
        MyTrade named = trade(ID, "C02__1", "40", "20");
        MyTrade nameless = trade(null, "C02__1", "60", "31");

        LookUp found = reading.traded(answer(List.of(named, nameless, trade(null, "C02__2", "9", "9"))), ID, ORDER);

        assertThat(found)
                .isEqualTo(new LookUp.Found(
                        new Sighting(ORDER, Sighting.Status.OPEN, Quantity.of("100"), Amount.of("51"))));
    }

    @Test
    void aPurchaseWithoutANameProvesNoAbsence() {
        LookUp trades = reading.traded(answer(List.of(trade(null, "C02__9", "40", "20"))), ID, null);

        assertThat(trades).isInstanceOf(LookUp.Unanswered.class);
        assertThat(reading.traded(answer(List.of()), ID, null)).isEqualTo(new LookUp.Absent());
    }

    @Test
    void ofAnAddressTheKeyIsNotBoundToOnlyTheAddressIsTold() {
        assertThat(AnswerReading.address("IP [203.0.113.9] non white list")).isEqualTo("203.0.113.9");
        assertThat(AnswerReading.address("IP non white list")).isNull();
    }

    private static MexcResult<List<MyTrade>> answer(List<MyTrade> trades) {
        return new MexcResult.Answer<>(trades, TIMING);
    }

    private static MyTrade trade(@Nullable ClientOrderId named, String order, String quantity, String quote) {
        return new MyTrade(
                new MexcSymbol("NEWTUSDT"),
                "t" + quantity,
                new OrderId(order),
                named == null ? null : new io.firstfill.mexc.order.ClientOrderId(named.value()),
                new BigDecimal("0.5"),
                new BigDecimal(quantity),
                new BigDecimal(quote),
                null,
                null,
                Instant.EPOCH,
                true,
                false);
    }
}
