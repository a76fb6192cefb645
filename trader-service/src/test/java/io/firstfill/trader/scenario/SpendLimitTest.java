package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import io.firstfill.trader.order.Terms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves that all attempts to buy a listing together never cost more than the quote amount (SC-004). */
class SpendLimitTest {
    private static final BigDecimal FIFTY = new BigDecimal("50");

    private final EngineFixture fixture =
            new EngineFixture(Map.of("firstfill.trader.decision.retry-backoff", "PT0.001S"));

    @AfterEach
    void close() {
        fixture.close();
    }

    /** The exchange fills random parts of the attempts of many listings; no listing costs more than its amount. */
    @ParameterizedTest
    @EnumSource(OrderStyle.class)
    void allAttemptsTogetherSpendAtMostTheAmount(OrderStyle style) {
        int listings = 40;
        fixture.exchange.market = SpendLimitTest::randomFill;
        fixture.past(Messages.trading(), Messages.started(style, style == OrderStyle.MARKET ? null : "0.61"));
        IntStream.range(0, 2 * listings).forEach(i -> fixture.past(granted(i)));
        fixture.open();

        for (int i = 0; i < listings; i++) {
            Pair pair = Pair.of("N" + i + "/USDT");
            ListingId listing = ListingId.derivedFrom("listing", i);
            fixture.receive(Messages.qualified(listing, pair, "LIMIT", "MARKET"), signal(listing, pair));
        }

        fixture.time.advance(Duration.ofMinutes(1));
        for (int i = 0; i < listings; i++) {
            ListingId listing = ListingId.derivedFrom("listing", i);
            List<Buy> attempts = fixture.exchange.signed.stream()
                    .filter(buy -> buy.listingId().equals(listing))
                    .toList();
            assertThat(attempts).hasSizeBetween(1, 2);
            assertThat(spent(listing)).isLessThanOrEqualTo(FIFTY);
        }
        assertThat(fixture.exchange.placed).doesNotHaveDuplicates();
    }

    private BigDecimal spent(ListingId listing) {
        return Stream.concat(
                        fixture.published(OrderFilled.class).stream()
                                .filter(filled -> filled.listingId().equals(listing))
                                .map(OrderFilled::filledAmount),
                        fixture.published(OrderCanceled.class).stream()
                                .filter(canceled -> canceled.listingId().equals(listing))
                                .map(OrderCanceled::filledAmount))
                .map(Amount::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns a fill seeded by the order's id: the same at every look-up, and in every run of this test. */
    private static OrderQueryResult randomFill(Buy buy) {
        Random random = new Random(buy.clientOrderId().hashCode());
        BigDecimal part = BigDecimal.valueOf(random.nextInt(11), 1);
        BigDecimal spent =
                switch (buy.terms()) {
                    case Terms.Market market -> market.amount().value().multiply(part);
                    case Terms.Capped capped ->
                        capped.quantity()
                                .value()
                                .multiply(capped.price().value())
                                .multiply(part);
                };
        Status status = part.compareTo(BigDecimal.ONE) == 0 ? Status.FILLED : Status.CANCELED;
        return found(
                status,
                new Quantity(spent.divide(new BigDecimal("0.6"), 2, RoundingMode.DOWN)),
                new Amount(spent.setScale(4, RoundingMode.DOWN)));
    }

    private static Message granted(int number) {
        return Messages.granted(PermitId.derivedFrom("permit of this test", number));
    }

    private Message signal(ListingId listing, Pair pair) {
        return Messages.signal(listing, pair, null, fixture.now().plusSeconds(5));
    }

    private static OrderQueryResult found(Status status, Quantity quantity, Amount spent) {
        return new OrderQueryResult.Found(new OrderSnapshot(FakeExchange.ORDER, status, quantity, spent));
    }
}
