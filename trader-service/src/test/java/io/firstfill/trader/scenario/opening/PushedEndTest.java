package io.firstfill.trader.scenario.opening;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionChanged;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Price;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.scenario.opening.OpeningExchange.MarketOrders;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that a pushed end with nothing bought only lets the fallback begin: the order stays open and its permit spent
 * until a look-up has told its end, also after a restart, and an end that was not true is booked as what it was.
 */
class PushedEndTest {
    private static final ClientOrderId SECOND = ClientOrderId.derivedFrom(Messages.RUN, Messages.LISTING, "b", 2);

    private final EngineFixture fixture = new EngineFixture();
    private final Instant opening = fixture.now().plusSeconds(30);
    private final OpeningExchange exchange =
            new OpeningExchange(fixture, Duration.ofMillis(2), opening, MarketOrders.CANCELED);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void thePermitComesBackOnlyWhenALookUpHasConfirmedTheEnd() {
        begin(2);

        fixture.time.advanceTo(opening.plusMillis(1_500));
        assertThat(fixture.published(OrderFilled.class))
                .singleElement()
                .satisfies(filled -> assertThat(filled.clientOrderId()).isEqualTo(SECOND));
        assertThat(fixture.published(OrderCanceled.class)).isEmpty();
        assertThat(fixture.published(PermitReturned.class)).isEmpty();

        fixture.time.advance(Duration.ofSeconds(10));
        assertThat(fixture.published(OrderCanceled.class))
                .singleElement()
                .satisfies(end -> assertThat(end.followed()).isEqualTo(end));
        assertThat(fixture.published(PermitReturned.class)).hasSize(1);
        assertThat(fixture.published(OrderSubmitted.class)).hasSize(2);
        assertThat(fixture.published(AlertRaised.class))
                .extracting(AlertRaised::kind)
                .doesNotContain(AlertKind.ORDER_DISPUTED);
    }

    @Test
    void anEndThatALookUpDeniesIsBookedAsTheFillItWasAndCallsAPerson() {
        fixture.time.at(opening.plusMillis(500), () -> shown(fixture, FakeExchange.FILLED));
        begin(2);

        fixture.time.advanceTo(opening.plusSeconds(5));

        assertBothBought(fixture);
        assertThat(fixture.published(AlertRaised.class))
                .extracting(AlertRaised::kind)
                .contains(AlertKind.ORDER_DISPUTED);
    }

    @Test
    void aDenialThatComesBeforeTheFallbackLeavesItUnsent() {
        fixture.time.at(opening, () -> fixture.exchange.bookDelay = Duration.ofSeconds(3));
        fixture.time.at(opening.plusMillis(500), () -> shown(fixture, FakeExchange.FILLED));
        begin(2);

        fixture.time.advanceTo(opening.plusSeconds(9));

        assertThat(fixture.published(OrderSubmitted.class)).hasSize(1);
        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterARestartALookUpTellsWhatBecameOfTheOrder(boolean bought) {
        begin(2);
        fixture.time.advanceTo(opening.plusMillis(300));
        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
        fixture.close();
        fixture.time.advance(Duration.ofSeconds(1));

        try (EngineFixture next = new EngineFixture(Map.of(), fixture.time, fixture.exchange)) {
            next.published.addAll(fixture.published);
            next.past(Messages.trading(), FirstMinuteRun.started("0.3"))
                    .past(FirstMinuteRun.permit(1), FirstMinuteRun.permit(2))
                    .past(Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"))
                    .past(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)))
                    .past(fixture.published.toArray(Message[]::new));
            if (bought) {
                shown(next, FakeExchange.FILLED);
            }
            next.open();
            next.time.advance(Duration.ofSeconds(5));

            assertThat(next.published(OrderSubmitted.class)).hasSize(2);
            if (bought) {
                assertBothBought(next);
            } else {
                assertThat(next.published(OrderCanceled.class)).hasSize(1);
                assertThat(next.published(PermitReturned.class)).hasSize(1);
            }
        }
    }

    @Test
    void withoutAnotherPermitTheFallbackWaitsForTheLookUp() {
        exchange.hidden = Duration.ZERO;
        fixture.topic = event -> {
            if (event instanceof PermitReturned) {
                fixture.time.at(fixture.now(), () -> fixture.receive(FirstMinuteRun.permit(2)));
            }
            return Uni.createFrom().voidItem();
        };
        begin(1);

        fixture.time.advanceTo(opening.plusSeconds(2));

        assertThat(fixture.published(OrderCanceled.class)).hasSize(1);
        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
        assertThat(exchange.sent.getLast()).isBefore(opening.plusMillis(60));
    }

    private void begin(int permits) {
        fixture.exchange.ask = Optional.of(Price.of("0.5"));
        FirstMinuteRun.begin(fixture, opening, "0.3", permits);
    }

    private static void shown(EngineFixture engine, OrderQueryResult result) {
        engine.exchange.market = null;
        engine.exchange.lookUp = result;
    }

    /** What the ledger, the position and the caps count: two fills, each with its permit. */
    private static void assertBothBought(EngineFixture engine) {
        assertThat(engine.published(OrderFilled.class))
                .extracting(OrderFilled::clientOrderId)
                .containsExactlyInAnyOrder(Messages.ORDER, SECOND);
        assertThat(engine.published(PositionOpened.class)).hasSize(1);
        assertThat(engine.published(PositionChanged.class))
                .singleElement()
                .satisfies(both -> assertThat(both.cost()).isEqualTo(Amount.of("100")));
        assertThat(engine.published(PermitReturned.class)).isEmpty();
        assertThat(engine.published(OrderCanceled.class)).isEmpty();
    }
}
