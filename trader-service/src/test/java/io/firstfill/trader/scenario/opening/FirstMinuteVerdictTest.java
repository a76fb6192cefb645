package io.firstfill.trader.scenario.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.OrderType;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.scenario.opening.OpeningExchange.MarketOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves that what the exchange does to a market order in a first minute is shown, and that the next listing acts on it
 * only where a setting allows.
 */
class FirstMinuteVerdictTest {
    private static final Duration ROUND_TRIP = Duration.ofMillis(2);

    private final EngineFixture fixture = new EngineFixture();
    private final Instant opening = fixture.now().plusSeconds(30);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void thatMarketOrdersAreCancelledIsShownUntilOneIsFilled() {
        new OpeningExchange(fixture, ROUND_TRIP, opening, MarketOrders.CANCELED);
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        FirstMinuteRun.start(fixture, opening, "0.3");
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
            FirstMinuteRun.start(engine, opening, "0.3");

            next(engine, MarketOrders.CANCELED);

            assertThat(engine.published(OrderSubmitted.class).get(2).orderType())
                    .isEqualTo(begins);
            assertThat(engine.published(OrderFilled.class)).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"23, IMMEDIATE_OR_CANCEL", "25, MARKET"})
    void whatAMarketOrderHasShownHoldsForADayAlsoAfterARestart(int hours, OrderType begins) {
        new OpeningExchange(fixture, ROUND_TRIP, opening, MarketOrders.CANCELED);
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        FirstMinuteRun.start(fixture, opening, "0.3");
        fixture.awaitOne(OrderCanceled.class);
        fixture.close();
        fixture.time.advance(Duration.ofHours(hours));

        try (EngineFixture engine = new EngineFixture(
                Map.of("firstfill.trader.decision.begin-capped-where-market-is-refused", "true"),
                fixture.time,
                fixture.exchange)) {
            engine.past(Messages.trading(), FirstMinuteRun.started("0.3"))
                    .past(fixture.published.toArray(Message[]::new))
                    .open();
            next(engine, MarketOrders.CANCELED);

            assertThat(engine.published(OrderSubmitted.class).getFirst().orderType())
                    .isEqualTo(begins);
        }
    }

    /** Another pair opens, five seconds from now; returns when. */
    private static Instant next(EngineFixture engine, MarketOrders rule) {
        Pair pair = Pair.of("NEXT/USDT");
        Instant opening = engine.now().plusSeconds(5);
        new OpeningExchange(engine, ROUND_TRIP, opening, rule);
        engine.receive(
                FirstMinuteRun.permit(3, engine.now()),
                FirstMinuteRun.permit(4, engine.now()),
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
}
