package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A push speeds up what is told, and never makes it other than what look-ups say. */
class PushedOrdersTest {
    private static final OrderQueryResult SILENCE = new OrderQueryResult.Unanswered("down", null);
    private static final OrderSnapshot FILLED = snapshot("at-the-exchange", Status.FILLED, "100", "50");

    private final EngineFixture fixture = new EngineFixture(Map.of(
            "firstfill.trader.stream-alert.after", "PT0.01S", "firstfill.trader.reconcile.resolve-limit", "PT5S"));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aWholeFillIsToldWhileLookUpsAreNotAnswered() {
        anAcceptedOrder();

        push(FILLED);

        assertThat(fixture.published(OrderFilled.class)).singleElement().satisfies(told -> {
            assertThat(told.filledQuantity()).isEqualTo(FILLED.filled());
            assertThat(told.filledAmount()).isEqualTo(FILLED.spent());
        });
    }

    @Test
    void aPushThatComesTwiceOrTooLateChangesNothing() {
        anAcceptedOrder();
        push(FILLED);
        int told = fixture.published(OrderEvent.class).size();

        push(FILLED);
        push(snapshot("at-the-exchange", Status.OPEN, "10", "5"));
        fixture.exchange.lookUp = new OrderQueryResult.Found(FILLED);
        fixture.time.runDue();

        assertThat(fixture.published(OrderEvent.class)).hasSize(told);
        assertThat(fixture.published(AlertRaised.class)).isEmpty();
    }

    @Test
    void anEndThatWouldSetMoneyFreeIsOnlyBelievedFromALookUp() {
        anAcceptedOrder();

        push(snapshot("at-the-exchange", Status.CANCELED, "0", "0"));

        assertThat(fixture.published(OrderCanceled.class)).isEmpty();
        fixture.exchange.lookUp = new OrderQueryResult.Found(snapshot("at-the-exchange", Status.CANCELED, "0", "0"));
        fixture.awaitOne(OrderCanceled.class);
    }

    @Test
    void aFillOfAnotherOrderOrAtAHigherCostIsNotBelieved() {
        anAcceptedOrder();

        push(snapshot("another", Status.FILLED, "100", "50"));
        push(snapshot("at-the-exchange", Status.FILLED, "100", "50.01"));

        assertThat(fixture.published(OrderFilled.class)).isEmpty();
    }

    @Test
    void aPushWithoutFiguresMakesUsLookAtOnce() {
        anAcceptedOrder();
        fixture.exchange.lookUp = new OrderQueryResult.Found(FILLED);

        fixture.engine.pushes().pushed(new OrderPush(Messages.ORDER, null));
        fixture.time.runDue();
        fixture.time.runDue();

        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
    }

    @Test
    void aLookUpThatDeniesAPushedFillCallsAPerson() {
        anAcceptedOrder();
        fixture.exchange.lookUp = new OrderQueryResult.Found(snapshot("at-the-exchange", Status.OPEN, "10", "5"));
        push(FILLED);

        fixture.exchange.lookUp = new OrderQueryResult.Found(snapshot("at-the-exchange", Status.CANCELED, "90", "45"));

        assertThat(fixture.awaitOne(AlertRaised.class).kind()).isEqualTo(AlertKind.ORDER_DISPUTED);
        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
    }

    @Test
    void aPushedFillSettlesAnOrderInDoubt() {
        fixture.exchange.lookUp = SILENCE;
        Instant now = fixture.now();
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(now), Messages.unresolved(now))
                .open();

        push(FILLED);

        assertThat(fixture.published(OrderResolved.class))
                .singleElement()
                .satisfies(resolved -> assertThat(resolved.resolution()).isEqualTo(Resolution.FOUND));
        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
    }

    @Test
    void deafnessWithALiveOrderIsAnAlertUntilItIsOver() {
        anAcceptedOrder();

        fixture.engine.pushes().lost("cut");

        assertThat(fixture.awaitOne(AlertRaised.class).kind()).isEqualTo(AlertKind.FEED_SILENT);
        fixture.engine.pushes().live();
        fixture.await(
                () -> fixture.published(AlertCleared.class).stream()
                        .anyMatch(cleared -> cleared.kind() == AlertKind.FEED_SILENT),
                "expected in time");
    }

    @Test
    void whatHappenedWhileDeafIsAskedForAtOnce() {
        anAcceptedOrder();
        fixture.exchange.lookUp = new OrderQueryResult.Found(FILLED);

        fixture.engine.pushes().live();
        fixture.time.runDue();
        fixture.time.runDue();

        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
    }

    @Test
    void ofTwoEarlyPushesTheOneThatSaysMoreIsKept() {
        OrderPush partly = new OrderPush(Messages.ORDER, snapshot("at-the-exchange", Status.OPEN, "10", "5"));
        OrderPush whole = new OrderPush(Messages.ORDER, FILLED);
        OrderPush hint = new OrderPush(Messages.ORDER, null);

        assertThat(whole.orEarlier(partly)).isEqualTo(whole);
        assertThat(partly.orEarlier(whole)).isEqualTo(whole);
        assertThat(hint.orEarlier(whole)).isEqualTo(whole);
        assertThat(whole.orEarlier(hint)).isEqualTo(whole);
    }

    /** Its next regular look-up is a second away and is not answered. */
    private void anAcceptedOrder() {
        fixture.exchange.lookUp = SILENCE;
        Instant now = fixture.now();
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(now), Messages.accepted(now))
                .open();
    }

    private void push(OrderSnapshot snapshot) {
        fixture.engine.pushes().pushed(new OrderPush(Messages.ORDER, snapshot));
        fixture.time.runDue();
    }

    private static OrderSnapshot snapshot(String id, Status status, String filled, String spent) {
        return new OrderSnapshot(ExchangeOrderId.of(id), status, Quantity.of(filled), Amount.of(spent));
    }
}
