package io.firstfill.trader.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an attempt left of the amount is bought by the next where that is worth it; together never for more (SC-004). */
class FurtherAttemptsTest {
    private static final BigDecimal FIFTY = new BigDecimal("50");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DeskStage stage = new DeskStage(Map.of("firstfill.trader.retry-backoff", "PT0.001S"));

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aMarketOrderFilledInPartIsFollowedByACappedOneForTheRest() {
        stage.venue.market = buy -> buy.attempt() == 1 ? canceled("40", "20") : filled("50", "30");

        buy(OrderStyle.MARKET_THEN_IOC, "0.6");

        PositionChanged changed = stage.awaitOne(PositionChanged.class);
        assertThat(changed.quantity()).isEqualTo(Quantity.of("90"));
        assertThat(changed.cost()).isEqualTo(Amount.of("50"));
        assertThat(stage.told(PositionOpened.class)).hasSize(1);
        assertThat(stage.venue.signed.getLast().terms())
                .isEqualTo(new Terms.Capped(Quantity.of("50"), Price.of("0.6")));
        assertThat(stage.told(OrderSubmitted.class).stream().map(OrderSubmitted::permitId))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRestOfAFewPercentIsLeftAlone() {
        stage.venue.market = buy -> filled("95", "47.5");

        buy(OrderStyle.MARKET_THEN_IOC, "0.6");

        stage.awaitOne(PositionOpened.class);
        stage.settle();
        assertThat(stage.venue.signed).hasSize(1);
        assertThat(stage.told(OrderDenied.class)).isEmpty();
    }

    @Test
    void aCappedOrderIsNeverFollowedByOneAtAHigherPrice() {
        stage.venue.ask = Optional.of(Price.of("0.5"));
        stage.venue.market = buy -> {
            stage.venue.ask = Optional.of(Price.of("0.9"));
            return buy.attempt() == 1 ? canceled("10", "5") : filled("80", "40");
        };

        buy(OrderStyle.IOC_CAPPED, null);

        stage.awaitOne(PositionChanged.class);
        assertThat(stage.venue.signed.stream().map(buy -> ((Terms.Capped) buy.terms()).price()))
                .containsExactly(Price.of("0.525"), Price.of("0.525"));
    }

    @Test
    void aMarketOrderThatIsNotTakenFindsAPriceAtHand() {
        stage.venue.ask = Optional.of(Price.of("0.5"));
        stage.venue.market = buy -> {
            stage.venue.ask = Optional.empty();
            return buy.attempt() == 1 ? canceled("0", "0") : filled("95", "47.5");
        };

        buy(OrderStyle.MARKET_THEN_IOC, null);

        stage.awaitOne(PositionOpened.class);
        assertThat(stage.venue.signed.getLast().terms())
                .isEqualTo(new Terms.Capped(Quantity.of("95.23"), Price.of("0.525")));
    }

    @Test
    void aPairWithoutMarketOrdersIsBoughtCappedAtOnceWhereTheStyleAllows() {
        stage.venue.market = buy -> filled("83.33", "49.9");
        stage.past(Scene.trading(), Scene.started(OrderStyle.MARKET_THEN_IOC, "0.6"), granted(1))
                .open();

        stage.receive(Scene.qualified(Scene.LISTING, Scene.PAIR, "LIMIT"), signal(Scene.LISTING, Scene.PAIR));

        stage.awaitOne(PositionOpened.class);
        assertThat(stage.venue.signed)
                .singleElement()
                .satisfies(buy -> assertThat(buy.terms()).isInstanceOf(Terms.Capped.class));
    }

    @Test
    void aFillAfterARestartAddsToThePositionOfTheLifeBefore() {
        Instant past = Instant.now().minusSeconds(60);
        stage.venue.lookUp = filled("50", "30");
        stage.past(
                Scene.trading(),
                Scene.started(OrderStyle.MARKET_THEN_IOC, "0.6"),
                Scene.submitted(past, 1),
                Scene.partlyFilled(past, "40", "20"),
                Scene.submitted(past, 2));

        stage.open();

        PositionChanged changed = stage.awaitOne(PositionChanged.class);
        assertThat(changed.quantity()).isEqualTo(Quantity.of("90"));
        assertThat(changed.cost()).isEqualTo(Amount.of("50"));
        assertThat(stage.told(PositionOpened.class)).isEmpty();
        assertThat(stage.venue.placed).isEmpty();
    }

    @Test
    void aPriceTheExchangeStatesIsTakenOverOnlyBelowOurOwn() {
        refuses(stage, new PlaceAnswer.Refused(400, 30010, "", new Reaction.Reprice(Price.of("0.9"))));

        buy(OrderStyle.IOC_CAPPED, "0.6");

        await().atMost(PATIENCE).until(() -> stage.venue.signed.size() == 2);
        assertThat(stage.venue.signed.getLast().terms())
                .isEqualTo(new Terms.Capped(Quantity.of("83.33"), Price.of("0.6")));
    }

    @Test
    void onAnOpenMarketThereAreTwoAttemptsWithABackOffBetween() {
        Duration backoff = Duration.ofMillis(120);
        try (DeskStage slow = new DeskStage(Map.of("firstfill.trader.retry-backoff", backoff.toString()))) {
            refuses(slow, new PlaceAnswer.Refused(400, 30025, "no opponent", new Reaction.AttemptAgain()));
            slow.past(Scene.trading(), Scene.started(), granted(1), granted(2), granted(3))
                    .open();

            slow.receive(signal(Scene.LISTING, Scene.PAIR));

            await().atMost(PATIENCE).until(() -> slow.told(OrderRejected.class).size() == 2);
            slow.settle();
            List<Instant> sent = slow.told(OrderSubmitted.class).stream()
                    .map(event -> event.meta().occurredAt())
                    .toList();
            assertThat(sent).hasSize(2);
            assertThat(Duration.between(sent.getFirst(), sent.getLast())).isGreaterThanOrEqualTo(backoff);
            assertThat(slow.venue.placed).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void probesAreNoAttemptsAndEndWithTheWindow() {
        refuses(stage, new PlaceAnswer.Refused(400, 30001, "direction", new Reaction.Probe()));
        stage.past(Scene.trading(), Scene.started(), granted(1)).open();

        stage.receive(
                Scene.signal(Scene.LISTING, Scene.PAIR, null, Instant.now().plusMillis(600)));

        OrderRejected rejected = stage.awaitOne(OrderRejected.class);
        assertThat(rejected.rejection()).isEqualTo(Rejection.NOT_OPEN);
        assertThat(rejected.probes()).isGreaterThan(2);
        assertThat(stage.told(OrderSubmitted.class)).hasSize(1);
        assertThat(stage.told(PermitReturned.class)).hasSize(1);
    }

    /** Random fills of random attempts of many listings: whatever the numbers, no listing costs more than its amount. */
    @ParameterizedTest
    @EnumSource(OrderStyle.class)
    void allAttemptsTogetherSpendAtMostTheAmount(OrderStyle style) {
        int listings = 40;
        stage.venue.market = FurtherAttemptsTest::randomFill;
        stage.past(Scene.trading(), Scene.started(style, style == OrderStyle.MARKET ? null : "0.61"));
        IntStream.range(0, 2 * listings).forEach(i -> stage.past(granted(i)));
        stage.open();

        for (int i = 0; i < listings; i++) {
            Pair pair = Pair.of("N" + i + "/USDT");
            ListingId listing = ListingId.derivedFrom("listing", i);
            stage.receive(Scene.qualified(listing, pair, "LIMIT", "MARKET"), signal(listing, pair));
        }

        await().atMost(PATIENCE)
                .until(() -> stage.parts.state().buys().isEmpty() && waiting().isEmpty());
        for (int i = 0; i < listings; i++) {
            ListingId listing = ListingId.derivedFrom("listing", i);
            List<Buy> attempts = stage.venue.signed.stream()
                    .filter(buy -> buy.listingId().equals(listing))
                    .toList();
            assertThat(attempts).hasSizeBetween(1, 2);
            assertThat(stage.parts.state().fills.spent(Scene.RUN, listing).value())
                    .isLessThanOrEqualTo(FIFTY);
        }
        assertThat(stage.venue.placed).doesNotHaveDuplicates();
    }

    private List<?> waiting() {
        return stage.parts.state().listings.all();
    }

    /** Seeded by the order's name: the same answer however often it is asked for, and in every run of this test. */
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
        stage.past(Scene.trading(), Scene.started(style, cap), granted(1), granted(2))
                .open();
        stage.receive(Scene.qualified(Scene.LISTING, Scene.PAIR, "LIMIT", "MARKET"), signal(Scene.LISTING, Scene.PAIR));
    }

    private static void refuses(DeskStage stage, PlaceAnswer answer) {
        stage.venue.answer = () -> Uni.createFrom().item(answer);
    }

    private static Message granted(int number) {
        return Scene.granted(PermitId.derivedFrom("permit of this test", number));
    }

    private static Message signal(ListingId listing, Pair pair) {
        return Scene.signal(listing, pair, null, Instant.now().plusSeconds(5));
    }

    private static OrderQueryResult filled(String quantity, String spent) {
        return found(Status.FILLED, Quantity.of(quantity), Amount.of(spent));
    }

    private static OrderQueryResult canceled(String quantity, String spent) {
        return found(Status.CANCELED, Quantity.of(quantity), Amount.of(spent));
    }

    private static OrderQueryResult found(Status status, Quantity quantity, Amount spent) {
        return new OrderQueryResult.Found(new OrderSnapshot(ExchangeOrderId.of("stage"), status, quantity, spent));
    }
}
