package io.firstfill.trader.scenario.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.scenario.opening.OpeningExchange.MarketOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                // premium, offer before and after the opening, price of the capped order
                "-, 0.5, 0.8, 0.84",
                "-, -, 0.8, 0.84",
                "0.3, -, 0.8, 1.04",
                "0.3, 0.5, 0.8, 0.65",
                "0.3, 0.8, 0.5, 0.65"
            })
    void thePriceIsOfTheBookAsItIsThenAndBoundedByThePremium(
            @Nullable String premium, @Nullable String before, @Nullable String after, String price) {
        OpeningExchange exchange = opens(0, MarketOrders.CANCELED);
        fixture.exchange.ask = Optional.ofNullable(before).map(Price::of);
        fixture.time.at(
                opening, () -> fixture.exchange.ask = Optional.ofNullable(after).map(Price::of));

        start(premium);

        assertOnceAndFilled(exchange, price);
    }

    @Test
    void aBookThatIsNotAnsweredInTimeLeavesTheOlderPrice() {
        OpeningExchange exchange = opens(0, MarketOrders.CANCELED);
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        fixture.time.at(opening, () -> {
            fixture.exchange.ask = Optional.of(Price.of("0.8"));
            fixture.exchange.bookDelay = Duration.ofMillis(400);
        });

        start(null);

        Instant known = taken(exchange).plus(exchange.pushLag);
        assertThat(Duration.between(known, exchange.sent.getLast())).isBetween(Duration.ofMillis(10), SOON);
        assertOnceAndFilled(exchange, "0.525");
    }

    @Test
    void aCancellationThatLookUpsDenyCallsAPerson() {
        OpeningExchange exchange = opens(0, MarketOrders.CANCELED);
        fixture.time.at(opening.plusMillis(500), () -> {
            fixture.exchange.market = null;
            fixture.exchange.lookUp = FakeExchange.FILLED;
        });

        buy("0.3");

        assertOnceAndFilled(exchange, "0.65");
        assertThat(fixture.published(AlertRaised.class))
                .extracting(AlertRaised::kind)
                .contains(AlertKind.ORDER_DISPUTED);
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
            start(careful, "0.3");

            assertThat(exchange.sent.getLast()).isAfter(taken(exchange).plusMillis(900));
        }
    }

    @Test
    void thatMarketOrdersAreCancelledIsShownUntilOneIsFilled() {
        opens(0, MarketOrders.CANCELED);
        buy("0.3");
        assertThat(shown()).singleElement().asString().contains("NEWT/USDT");

        Instant next = next(fixture, MarketOrders.FILLED);

        assertThat(fixture.exchange.signed.getLast().terms()).isInstanceOf(Terms.Market.class);
        assertThat(fixture.published(OrderFilled.class)).hasSize(2);
        assertThat(fixture.now()).isAfter(next);
        fixture.awaitCleared(AlertKind.MARKET_ORDERS_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"true, IMMEDIATE_OR_CANCEL", "false, MARKET"})
    void theNextListingBeginsWithItsCappedOrderWhereASettingAllows(String allowed, OrderType begins) {
        try (EngineFixture engine =
                new EngineFixture(Map.of("firstfill.trader.decision.begin-capped-where-market-is-refused", allowed))) {
            new OpeningExchange(engine, ROUND_TRIP, opening, MarketOrders.CANCELED);
            engine.exchange.ask = Optional.of(Price.of("0.5"));
            start(engine, "0.3");

            next(engine, MarketOrders.CANCELED);

            assertThat(engine.published(OrderSubmitted.class).get(2).orderType())
                    .isEqualTo(begins);
            assertThat(engine.published(OrderFilled.class)).hasSize(2);
        }
    }

    /** Another pair opens, five seconds from now; returns when. */
    private static Instant next(EngineFixture engine, MarketOrders rule) {
        Pair pair = Pair.of("NEXT/USDT");
        Instant opening = engine.now().plusSeconds(5);
        new OpeningExchange(engine, ROUND_TRIP, opening, rule);
        engine.receive(
                permit(3),
                permit(4),
                Messages.qualified(Messages.OTHER_LISTING, pair, "LIMIT", "MARKET"),
                Messages.signal(Messages.OTHER_LISTING, pair, opening, opening.plusSeconds(10)));
        engine.time.advanceTo(opening.plusSeconds(3));
        return opening;
    }

    private List<String> shown() {
        return fixture.published(AlertRaised.class).stream()
                .filter(alert -> alert.kind() == AlertKind.MARKET_ORDERS_REFUSED)
                .map(AlertRaised::summary)
                .toList();
    }

    private OpeningExchange opens(int late, MarketOrders rule) {
        return new OpeningExchange(fixture, ROUND_TRIP, opening.plusMillis(late), rule);
    }

    private void buy(String premium) {
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        start(premium);
    }

    private void start(@Nullable String premium) {
        start(fixture, premium);
    }

    private void start(EngineFixture engine, @Nullable String premium) {
        RunStarted started = Messages.started(OrderStyle.MARKET_THEN_IOC, null);
        engine.past(
                Messages.trading(),
                new RunStarted(
                        started.meta(),
                        started.environment(),
                        started.runId(),
                        started.configuration(),
                        configuration(premium),
                        started.startedBy()),
                Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"),
                permit(1),
                permit(2));
        engine.open();
        engine.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));
        engine.time.advanceTo(opening.plusSeconds(2));
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

    private static Message permit(int number) {
        return Messages.granted(PermitId.derivedFrom("permit of this test", number));
    }

    private static Configuration configuration(@Nullable String premium) {
        return new Configuration(
                "test",
                Amount.of("50"),
                new SymbolFilter(Set.of(), List.of(), List.of()),
                OrderStyle.MARKET_THEN_IOC,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                new Caps(10, Amount.of("500"), 3),
                new SafetySwitches(true, true, false),
                null,
                premium == null ? null : Ratio.of(premium),
                null);
    }
}
