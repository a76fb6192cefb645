package io.firstfill.trader.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A push speeds up what is told, and never makes it other than what look-ups say. */
class PushesTest {
    private static final OrderQueryResult SILENCE = new OrderQueryResult.Unanswered("down", null);
    private static final OrderSnapshot FILLED = sighting("stage", Status.FILLED, "100", "50");

    private final DeskStage stage = new DeskStage(
            Map.of("firstfill.trader.stream.deaf-limit", "PT0.01S", "firstfill.trader.resolve-limit", "PT5S"));

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aWholeFillIsToldWhileLookUpsAreNotAnswered() {
        anAcceptedOrder();

        push(FILLED);

        assertThat(stage.told(OrderFilled.class)).singleElement().satisfies(told -> {
            assertThat(told.filledQuantity()).isEqualTo(FILLED.filled());
            assertThat(told.filledAmount()).isEqualTo(FILLED.spent());
        });
    }

    @Test
    void aPushThatComesTwiceOrTooLateChangesNothing() {
        anAcceptedOrder();
        push(FILLED);
        int told = stage.told(OrderEvent.class).size();

        push(FILLED);
        push(sighting("stage", Status.OPEN, "10", "5"));
        stage.venue.lookUp = new OrderQueryResult.Found(FILLED);
        stage.settle();

        assertThat(stage.told(OrderEvent.class)).hasSize(told);
        assertThat(stage.told(AlertRaised.class)).isEmpty();
    }

    @Test
    void anEndThatWouldSetMoneyFreeIsOnlyBelievedFromALookUp() {
        anAcceptedOrder();

        push(sighting("stage", Status.CANCELED, "0", "0"));

        assertThat(stage.told(OrderCanceled.class)).isEmpty();
        stage.venue.lookUp = new OrderQueryResult.Found(sighting("stage", Status.CANCELED, "0", "0"));
        stage.awaitOne(OrderCanceled.class);
    }

    @Test
    void aFillOfAnotherOrderOrAtAHigherCostIsNotBelieved() {
        anAcceptedOrder();

        push(sighting("another", Status.FILLED, "100", "50"));
        push(sighting("stage", Status.FILLED, "100", "50.01"));

        assertThat(stage.told(OrderFilled.class)).isEmpty();
    }

    @Test
    void aPushWithoutFiguresMakesUsLookAtOnce() {
        anAcceptedOrder();
        stage.venue.lookUp = new OrderQueryResult.Found(FILLED);

        stage.desk.pushes().pushed(new OrderPush(Scene.ORDER, null));
        stage.settle();
        stage.settle();

        assertThat(stage.told(OrderFilled.class)).hasSize(1);
    }

    @Test
    void aLookUpThatDeniesAPushedFillCallsAPerson() {
        anAcceptedOrder();
        stage.venue.lookUp = new OrderQueryResult.Found(sighting("stage", Status.OPEN, "10", "5"));
        push(FILLED);

        stage.venue.lookUp = new OrderQueryResult.Found(sighting("stage", Status.CANCELED, "90", "45"));

        assertThat(stage.awaitOne(AlertRaised.class).kind()).isEqualTo(AlertKind.ORDER_DISPUTED);
        assertThat(stage.told(OrderFilled.class)).hasSize(1);
    }

    @Test
    void aPushedFillSettlesAnOrderInDoubt() {
        stage.venue.lookUp = SILENCE;
        Instant now = Instant.now();
        stage.past(Scene.trading(), Scene.started(), Scene.submitted(now), Scene.unresolved(now))
                .open();

        push(FILLED);

        assertThat(stage.told(OrderResolved.class))
                .singleElement()
                .satisfies(resolved -> assertThat(resolved.resolution()).isEqualTo(Resolution.FOUND));
        assertThat(stage.told(OrderFilled.class)).hasSize(1);
    }

    @Test
    void deafnessWithALiveOrderIsAnAlertUntilItIsOver() {
        anAcceptedOrder();

        stage.desk.pushes().lost("cut");

        assertThat(stage.awaitOne(AlertRaised.class).kind()).isEqualTo(AlertKind.FEED_SILENT);
        stage.desk.pushes().live();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> stage.told(AlertCleared.class).stream()
                        .anyMatch(cleared -> cleared.kind() == AlertKind.FEED_SILENT));
    }

    @Test
    void whatHappenedWhileDeafIsAskedForAtOnce() {
        anAcceptedOrder();
        stage.venue.lookUp = new OrderQueryResult.Found(FILLED);

        stage.desk.pushes().live();
        stage.settle();
        stage.settle();

        assertThat(stage.told(OrderFilled.class)).hasSize(1);
    }

    @Test
    void ofTwoEarlyPushesTheOneThatSaysMoreIsKept() {
        OrderPush partly = new OrderPush(Scene.ORDER, sighting("stage", Status.OPEN, "10", "5"));
        OrderPush whole = new OrderPush(Scene.ORDER, FILLED);
        OrderPush hint = new OrderPush(Scene.ORDER, null);

        assertThat(whole.orEarlier(partly)).isEqualTo(whole);
        assertThat(partly.orEarlier(whole)).isEqualTo(whole);
        assertThat(hint.orEarlier(whole)).isEqualTo(whole);
        assertThat(whole.orEarlier(hint)).isEqualTo(whole);
    }

    /** Its next regular look-up is a second away and is not answered. */
    private void anAcceptedOrder() {
        stage.venue.lookUp = SILENCE;
        Instant now = Instant.now();
        stage.past(Scene.trading(), Scene.started(), Scene.submitted(now), Scene.accepted(now))
                .open();
    }

    private void push(OrderSnapshot sighting) {
        stage.desk.pushes().pushed(new OrderPush(Scene.ORDER, sighting));
        stage.settle();
    }

    private static OrderSnapshot sighting(String id, Status status, String filled, String spent) {
        return new OrderSnapshot(ExchangeOrderId.of(id), status, Quantity.of(filled), Amount.of(spent));
    }
}
