package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.OrderSnapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves that a push makes events earlier, and never other than look-ups would make them. */
class PushedOrdersTest {
    private static final OrderQueryResult NO_ANSWER = new OrderQueryResult.Unanswered("down", null);
    private static final OrderSnapshot FILLED = snapshot("at-the-exchange", Status.FILLED, "100", "50");

    private final EngineFixture fixture = new EngineFixture(Map.of(
            "firstfill.trader.stream-alert.after", "PT0.01S", "firstfill.trader.reconcile.resolve-limit", "PT5S"));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aWholeFillIsPublishedWhileLookUpsAreNotAnswered() {
        anAcceptedOrder();

        push(FILLED);

        assertThat(fixture.published(OrderFilled.class)).singleElement().satisfies(filled -> {
            assertThat(filled.filledQuantity()).isEqualTo(FILLED.filled());
            assertThat(filled.filledAmount()).isEqualTo(FILLED.spent());
        });
    }

    @Test
    void aDuplicateOrLatePushChangesNothing() {
        anAcceptedOrder();
        push(FILLED);
        int before = fixture.published(OrderEvent.class).size();

        push(FILLED);
        push(snapshot("at-the-exchange", Status.OPEN, "10", "5"));
        fixture.exchange.lookUp = new OrderQueryResult.Found(FILLED);
        fixture.time.runDue();

        assertThat(fixture.published(OrderEvent.class)).hasSize(before);
        assertThat(fixture.published(AlertRaised.class)).isEmpty();
    }

    @Test
    void anEndWithAPartBoughtIsTakenOnlyFromALookUp() {
        anAcceptedOrder();

        push(snapshot("at-the-exchange", Status.CANCELED, "90", "45"));

        assertThat(fixture.published(OrderCanceled.class)).isEmpty();
        fixture.exchange.lookUp = new OrderQueryResult.Found(snapshot("at-the-exchange", Status.CANCELED, "90", "45"));
        fixture.awaitOne(OrderCanceled.class);
    }

    @Test
    void anEndWithNothingBoughtIsPublishedAndItsPermitReturnedOnlyWhenALookUpHasConfirmedIt() {
        anAcceptedOrder();
        OrderSnapshot nothing = snapshot("at-the-exchange", Status.CANCELED, "0", "0");

        push(nothing);
        fixture.time.advance(Duration.ofSeconds(1));

        assertThat(fixture.published(OrderCanceled.class)).isEmpty();
        assertThat(fixture.published(PermitReturned.class)).isEmpty();
        fixture.exchange.lookUp = new OrderQueryResult.Found(nothing);
        fixture.awaitOne(OrderCanceled.class);
        assertThat(fixture.published(PermitReturned.class)).hasSize(1);
    }

    @Test
    void aPushedFillOfAnotherOrderOrAboveTheAmountIsIgnored() {
        anAcceptedOrder();

        push(snapshot("another", Status.FILLED, "100", "50"));
        push(snapshot("at-the-exchange", Status.FILLED, "100", "50.01"));

        assertThat(fixture.published(OrderFilled.class)).isEmpty();
    }

    @Test
    void aPushWithoutQuantitiesTriggersALookUpAtOnce() {
        anAcceptedOrder();
        fixture.exchange.lookUp = new OrderQueryResult.Found(FILLED);

        fixture.pushes().pushed(new OrderPush(Messages.ORDER, null));
        fixture.time.runDue();
        fixture.time.runDue();

        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
    }

    @Test
    void aLookUpThatContradictsAPushedFillRaisesAnAlert() {
        anAcceptedOrder();
        fixture.exchange.lookUp = new OrderQueryResult.Found(snapshot("at-the-exchange", Status.OPEN, "10", "5"));
        push(FILLED);

        fixture.exchange.lookUp = new OrderQueryResult.Found(snapshot("at-the-exchange", Status.CANCELED, "90", "45"));

        assertThat(fixture.awaitOne(AlertRaised.class).kind()).isEqualTo(AlertKind.ORDER_DISPUTED);
        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
    }

    @Test
    void aPushedFillResolvesAnUnresolvedOrder() {
        fixture.exchange.lookUp = NO_ANSWER;
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
    void aLostStreamWithAnOpenOrderIsAnAlertUntilItIsBack() {
        anAcceptedOrder();

        fixture.pushes().lost("cut");

        assertThat(fixture.awaitOne(AlertRaised.class).kind()).isEqualTo(AlertKind.FEED_SILENT);
        fixture.pushes().live();
        fixture.await(
                () -> fixture.published(AlertCleared.class).stream()
                        .anyMatch(cleared -> cleared.kind() == AlertKind.FEED_SILENT),
                "stream alert cleared");
    }

    @Test
    void aStreamThatIsBackTriggersALookUpAtOnce() {
        anAcceptedOrder();
        fixture.exchange.lookUp = new OrderQueryResult.Found(FILLED);

        fixture.pushes().live();
        fixture.time.runDue();
        fixture.time.runDue();

        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
    }

    @Test
    void ofTwoEarlyPushesTheMoreCompleteOneIsKept() {
        OrderPush partly = new OrderPush(Messages.ORDER, snapshot("at-the-exchange", Status.OPEN, "10", "5"));
        OrderPush whole = new OrderPush(Messages.ORDER, FILLED);
        OrderPush hint = new OrderPush(Messages.ORDER, null);

        assertThat(whole.orEarlier(partly)).isEqualTo(whole);
        assertThat(partly.orEarlier(whole)).isEqualTo(whole);
        assertThat(hint.orEarlier(whole)).isEqualTo(whole);
        assertThat(whole.orEarlier(hint)).isEqualTo(whole);
    }

    /** Opens the engine with an accepted order; no look-up is answered, and the next is due only when time passes. */
    private void anAcceptedOrder() {
        fixture.exchange.lookUp = NO_ANSWER;
        Instant now = fixture.now();
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(now), Messages.accepted(now))
                .open();
    }

    private void push(OrderSnapshot snapshot) {
        fixture.pushes().pushed(new OrderPush(Messages.ORDER, snapshot));
        fixture.time.runDue();
    }

    private static OrderSnapshot snapshot(String id, Status status, String filled, String spent) {
        return new OrderSnapshot(ExchangeOrderId.of(id), status, Quantity.of(filled), Amount.of(spent));
    }
}
