package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.Terms;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an attempt left of the amount is bought by the next where that is worth it; together never for more (SC-004). */
class FurtherAttemptsTest {
    private static final BigDecimal FIFTY = new BigDecimal("50");

    private final EngineFixture fixture =
            new EngineFixture(Map.of("firstfill.trader.decision.retry-backoff", "PT0.001S"));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aMarketOrderFilledInPartIsFollowedByACappedOneForTheRest() {
        fixture.exchange.market = buy -> buy.attempt() == 1 ? canceled("40", "20") : filled("50", "30");

        buy(OrderStyle.MARKET_THEN_IOC, "0.6");

        PositionChanged changed = fixture.awaitOne(PositionChanged.class);
        assertThat(changed.quantity()).isEqualTo(Quantity.of("90"));
        assertThat(changed.cost()).isEqualTo(Amount.of("50"));
        assertThat(fixture.published(PositionOpened.class)).hasSize(1);
        assertThat(fixture.exchange.signed.getLast().terms())
                .isEqualTo(new Terms.Capped(Quantity.of("50"), Price.of("0.6")));
        assertThat(fixture.published(OrderSubmitted.class).stream().map(OrderSubmitted::permitId))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRestOfAFewPercentIsLeftAlone() {
        fixture.exchange.market = buy -> filled("95", "47.5");

        buy(OrderStyle.MARKET_THEN_IOC, "0.6");

        fixture.awaitOne(PositionOpened.class);
        fixture.time.runDue();
        assertThat(fixture.exchange.signed).hasSize(1);
        assertThat(fixture.published(OrderDenied.class)).isEmpty();
    }

    @Test
    void aCappedOrderIsNeverFollowedByOneAtAHigherPrice() {
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        fixture.exchange.market = buy -> {
            fixture.exchange.ask = Optional.of(Price.of("0.9"));
            return buy.attempt() == 1 ? canceled("10", "5") : filled("80", "40");
        };

        buy(OrderStyle.IOC_CAPPED, null);

        fixture.awaitOne(PositionChanged.class);
        assertThat(fixture.exchange.signed.stream().map(buy -> ((Terms.Capped) buy.terms()).price()))
                .containsExactly(Price.of("0.525"), Price.of("0.525"));
    }

    @Test
    void aMarketOrderThatIsNotTakenFindsAPriceAtHand() {
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        fixture.exchange.market = buy -> {
            fixture.exchange.ask = Optional.empty();
            return buy.attempt() == 1 ? canceled("0", "0") : filled("95", "47.5");
        };

        buy(OrderStyle.MARKET_THEN_IOC, null);

        fixture.awaitOne(PositionOpened.class);
        assertThat(fixture.exchange.signed.getLast().terms())
                .isEqualTo(new Terms.Capped(Quantity.of("95.23"), Price.of("0.525")));
    }

    @Test
    void aPairWithoutMarketOrdersIsBoughtCappedAtOnceWhereTheStyleAllows() {
        fixture.exchange.market = buy -> filled("83.33", "49.9");
        fixture.past(Messages.trading(), Messages.started(OrderStyle.MARKET_THEN_IOC, "0.6"), granted(1))
                .open();

        fixture.receive(
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT"), signal(Messages.LISTING, Messages.PAIR));

        fixture.awaitOne(PositionOpened.class);
        assertThat(fixture.exchange.signed)
                .singleElement()
                .satisfies(buy -> assertThat(buy.terms()).isInstanceOf(Terms.Capped.class));
    }

    @Test
    void aFillAfterARestartAddsToThePositionOfTheLifeBefore() {
        Instant past = fixture.now().minusSeconds(60);
        fixture.exchange.lookUp = filled("50", "30");
        fixture.past(
                Messages.trading(),
                Messages.started(OrderStyle.MARKET_THEN_IOC, "0.6"),
                Messages.submitted(past, 1),
                Messages.partlyFilled(past, "40", "20"),
                Messages.submitted(past, 2));

        fixture.open();

        PositionChanged changed = fixture.awaitOne(PositionChanged.class);
        assertThat(changed.quantity()).isEqualTo(Quantity.of("90"));
        assertThat(changed.cost()).isEqualTo(Amount.of("50"));
        assertThat(fixture.published(PositionOpened.class))
                .as("the first fill's own event was lost with the process before")
                .singleElement()
                .satisfies(opened -> assertThat(opened.quantity()).isEqualTo(Quantity.of("40")));
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void aPriceTheExchangeStatesIsTakenOverOnlyBelowOurOwn() {
        refuses(fixture, new PlaceAnswer.Refused(400, 30010, "", new Reaction.Reprice(Price.of("0.9"))));

        buy(OrderStyle.IOC_CAPPED, "0.6");

        fixture.await(() -> fixture.exchange.signed.size() == 2, "expected in time");
        assertThat(fixture.exchange.signed.getLast().terms())
                .isEqualTo(new Terms.Capped(Quantity.of("83.33"), Price.of("0.6")));
    }

    @Test
    void onAnOpenMarketThereAreTwoAttemptsWithABackOffBetween() {
        Duration backoff = Duration.ofMillis(120);
        try (EngineFixture slow =
                new EngineFixture(Map.of("firstfill.trader.decision.retry-backoff", backoff.toString()))) {
            refuses(slow, new PlaceAnswer.Refused(400, 30025, "no opponent", new Reaction.AttemptAgain()));
            slow.past(Messages.trading(), Messages.started(), granted(1), granted(2), granted(3))
                    .open();

            slow.receive(signal(Messages.LISTING, Messages.PAIR));

            slow.await(() -> slow.published(OrderRejected.class).size() == 2, "expected in time");
            slow.time.runDue();
            List<Instant> sent = slow.published(OrderSubmitted.class).stream()
                    .map(event -> event.meta().occurredAt())
                    .toList();
            assertThat(sent).hasSize(2);
            assertThat(Duration.between(sent.getFirst(), sent.getLast())).isGreaterThanOrEqualTo(backoff);
            assertThat(slow.exchange.placed).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void probesAreNoAttemptsAndEndWithTheWindow() {
        refuses(fixture, new PlaceAnswer.Refused(400, 30001, "direction", new Reaction.Probe()));
        fixture.past(Messages.trading(), Messages.started(), granted(1)).open();

        fixture.receive(Messages.signal(
                Messages.LISTING, Messages.PAIR, null, fixture.now().plusMillis(600)));

        OrderRejected rejected = fixture.awaitOne(OrderRejected.class);
        assertThat(rejected.rejection()).isEqualTo(Rejection.NOT_OPEN);
        assertThat(rejected.probes()).isGreaterThan(2);
        assertThat(fixture.published(OrderSubmitted.class)).hasSize(1);
        assertThat(fixture.published(PermitReturned.class)).hasSize(1);
    }

    /** Random fills of random attempts of many listings: whatever the numbers, no listing costs more than its amount. */
    @ParameterizedTest
    @EnumSource(OrderStyle.class)
    void allAttemptsTogetherSpendAtMostTheAmount(OrderStyle style) {
        int listings = 40;
        fixture.exchange.market = FurtherAttemptsTest::randomFill;
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

    /** Seeded by the order's id: the same answer however often it is asked for, and in every run of this test. */
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

    private void buy(OrderStyle style, @Nullable String cap) {
        fixture.past(Messages.trading(), Messages.started(style, cap), granted(1), granted(2))
                .open();
        fixture.receive(
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"),
                signal(Messages.LISTING, Messages.PAIR));
    }

    private static void refuses(EngineFixture fixture, PlaceAnswer answer) {
        fixture.exchange.answer = () -> Uni.createFrom().item(answer);
    }

    private static Message granted(int number) {
        return Messages.granted(PermitId.derivedFrom("permit of this test", number));
    }

    private Message signal(ListingId listing, Pair pair) {
        return Messages.signal(listing, pair, null, fixture.now().plusSeconds(5));
    }

    private static OrderQueryResult filled(String quantity, String spent) {
        return found(Status.FILLED, Quantity.of(quantity), Amount.of(spent));
    }

    private static OrderQueryResult canceled(String quantity, String spent) {
        return found(Status.CANCELED, Quantity.of(quantity), Amount.of(spent));
    }

    private static OrderQueryResult found(Status status, Quantity quantity, Amount spent) {
        return new OrderQueryResult.Found(new OrderSnapshot(FakeExchange.ORDER, status, quantity, spent));
    }
}
