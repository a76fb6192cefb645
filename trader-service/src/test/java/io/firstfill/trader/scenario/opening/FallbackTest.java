package io.firstfill.trader.scenario.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.scenario.opening.OpeningExchange.MarketOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves that a capped order follows within 20 ms of knowing that the exchange has cancelled or refused the market
 * order of a pair's first minute, at a price of the book as it is then, and never two for one listing.
 */
class FallbackTest {
    private static final Duration ROUND_TRIP = Duration.ofMillis(2);
    private static final Duration SOON = Duration.ofMillis(20);

    private final EngineFixture fixture = new EngineFixture();
    private final Instant opening = fixture.now().plusSeconds(30);

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({"0", "17", "38"})
    void theCappedOrderLeavesWithin20MillisecondsOfThePushedCancellation(int late) {
        OpeningExchange exchange = opens(late, MarketOrders.CANCELED);

        buy("0.3");

        Instant known = taken(exchange).plus(exchange.pushLag);
        assertThat(Duration.between(known, exchange.sent.getLast())).isBetween(Duration.ZERO, SOON);
        assertOnceAndFilled(exchange, "0.65");
    }

    @Test
    void theCappedOrderLeavesWithin20MillisecondsOfARefusal() {
        OpeningExchange exchange = opens(23, MarketOrders.REFUSED);

        buy("0.3");

        int last = exchange.sent.size() - 1;
        Instant known = exchange.arrivals.get(last - 1).plus(ROUND_TRIP.dividedBy(2));
        assertThat(Duration.between(known, exchange.sent.getLast())).isBetween(Duration.ZERO, SOON);
        assertOnceAndFilled(exchange, "0.65");
    }

    @ParameterizedTest
    @CsvSource({"0, 25", "60, 100", "200, 325", "700, 1000"})
    void withoutAPushTheLookUpsArePlacedWhereTheyTellMost(int hidden, int looked) {
        OpeningExchange exchange = opens(0, MarketOrders.CANCELED);
        exchange.pushes = false;
        exchange.hidden = Duration.ofMillis(hidden);

        buy("0.3");

        Instant answered = taken(exchange).plus(ROUND_TRIP.dividedBy(2));
        assertThat(Duration.between(answered.plusMillis(looked), exchange.sent.getLast()))
                .isBetween(Duration.ZERO, SOON);
        assertOnceAndFilled(exchange, "0.65");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // market orders, premium, offer before and after the opening, price of the capped order
                "CANCELED, -, 0.5, 0.8, 0.84",
                "CANCELED, -, -, 0.8, 0.84",
                "CANCELED, 0.3, -, 0.8, 1.04",
                "CANCELED, 0.3, 0.5, 0.8, 0.65",
                "CANCELED, 0.3, 0.8, 0.5, 0.65",
                "REFUSED, -, 0.5, 0.8, 0.84",
                "REFUSED, -, -, 0.8, 0.84",
                "REFUSED, 0.3, -, 0.8, 1.04",
                "REFUSED, 0.3, 0.8, 0.5, 0.65"
            })
    void thePriceIsOfTheBookAsItIsThenAndBoundedByThePremium(
            MarketOrders rule,
            @Nullable String premium,
            @Nullable String before,
            @Nullable String after,
            String price) {
        OpeningExchange exchange = opens(0, rule);
        fixture.exchange.ask = Optional.ofNullable(before).map(Price::of);
        fixture.time.at(
                opening, () -> fixture.exchange.ask = Optional.ofNullable(after).map(Price::of));

        start(premium);

        assertOnceAndFilled(exchange, price);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"0.3, 20, 0.65", "0.3, 40, 0.65", "0.3, 400, 0.65", "-, 40, 0.525", "-, 400, 0.525"})
    void noPriceOfBeforeTheOpeningCountsHoweverLateTheBookIsAnswered(
            @Nullable String premium, int answered, String price) {
        OpeningExchange exchange = opens(0, MarketOrders.CANCELED);
        fixture.exchange.ask = Optional.of(Price.of("1.0"));
        fixture.time.at(opening, () -> {
            fixture.exchange.ask = Optional.of(Price.of("0.5"));
            fixture.exchange.bookDelay = Duration.ofMillis(answered);
        });

        start(premium);

        Instant asked = taken(exchange).plus(ROUND_TRIP.dividedBy(2));
        assertThat(Duration.between(asked.plusMillis(answered), exchange.sent.getLast()))
                .isBetween(Duration.ZERO, SOON);
        assertOnceAndFilled(exchange, price);
    }

    @ParameterizedTest
    @CsvSource({"40, 95", "0, 15"})
    void aReadingUnderWayIsWaitedForTwoRoundTripsLongerThenAnOlderOneOfAfterTheOpeningCounts(int trip, int waited) {
        OpeningExchange exchange = opens(0, MarketOrders.CANCELED);
        exchange.pushLag = Duration.ofMillis(500);
        exchange.hidden = Duration.ofSeconds(3);
        fixture.exchange.roundTrip = Duration.ofMillis(trip);
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        fixture.time.at(opening.plusMillis(400), () -> {
            fixture.exchange.ask = Optional.of(Price.of("0.8"));
            fixture.exchange.bookDelay = Duration.ofMillis(600);
        });

        start(null);

        Instant known = taken(exchange).plus(exchange.pushLag);
        assertThat(Duration.between(known, exchange.sent.getLast())).isEqualTo(Duration.ofMillis(waited));
        assertOnceAndFilled(exchange, "0.525");
    }

    /** Each reading takes room of the second in which the next listing may open. */
    @Test
    void onceTheCappedOrderHasLeftNoBookIsReadAgain() {
        OpeningExchange exchange = opens(17, MarketOrders.CANCELED);

        buy("0.3");

        assertOnceAndFilled(exchange, "0.65");
        assertThat(fixture.exchange.booksAsked)
                .hasSizeLessThanOrEqualTo(3)
                .allMatch(asked -> !asked.isAfter(exchange.sent.getLast()));
    }

    @Test
    void aCancellationIsNotBelievedOfAnOrderThatHasDealt() {
        OpeningExchange exchange = opens(0, MarketOrders.CANCELED);
        fixture.time.at(
                opening.plusMillis(10),
                () -> fixture.pushes().pushed(new OrderPush(fixture.exchange.placed.getLast(), null)));

        buy("0.3");

        Instant known = taken(exchange).plus(exchange.pushLag);
        assertThat(exchange.sent.getLast()).isAfter(known.plusMillis(500));
    }

    @Test
    void aConfiguredDistrustLeavesTheEndToLookUps() {
        try (EngineFixture careful =
                new EngineFixture(Map.of("firstfill.trader.reconcile.push-ends-market-orders", "false"))) {
            OpeningExchange exchange = new OpeningExchange(careful, ROUND_TRIP, opening, MarketOrders.CANCELED);
            careful.exchange.ask = Optional.of(Price.of("0.5"));
            FirstMinuteRun.start(careful, opening, "0.3");

            assertThat(exchange.sent.getLast()).isAfter(taken(exchange).plusMillis(900));
        }
    }

    private OpeningExchange opens(int late, MarketOrders rule) {
        return new OpeningExchange(fixture, ROUND_TRIP, opening.plusMillis(late), rule);
    }

    private void buy(String premium) {
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        start(premium);
    }

    private void start(@Nullable String premium) {
        FirstMinuteRun.start(fixture, opening, premium);
    }

    private Instant taken(OpeningExchange exchange) {
        return exchange.arrivals.get(exchange.arrivals.size() - 2);
    }

    private void assertOnceAndFilled(OpeningExchange exchange, String price) {
        assertThat(fixture.published(OrderSubmitted.class)).hasSize(2);
        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
        assertThat(fixture.published(OrderCanceled.class)).hasSizeLessThanOrEqualTo(1);
        assertThat(((Terms.Capped) fixture.exchange.signed.getLast().terms()).price())
                .isEqualTo(Price.of(price));
        assertThat(exchange.mostInFlight).isEqualTo(1);
    }
}
