package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.loop.VirtualTime;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Proves that every submitted order ends, and that the operator is alerted only after look-ups have failed for the
 * resolve limit.
 */
class OrderReconcilerTest {
    private static final OrderQueryResult NO_ANSWER = new OrderQueryResult.Unanswered("down", null);
    private static final OrderQueryResult FILLED = new OrderQueryResult.Found(
            new OrderSnapshot(FakeExchange.ORDER, OrderSnapshot.Status.FILLED, Quantity.of("100"), Amount.of("50")));
    private static final Duration LIMIT = Duration.ofMillis(400);

    private final Instant hourAgo = VirtualTime.START.minus(Duration.ofHours(1));
    private final EngineFixture fixture = new EngineFixture(Map.of(
            "firstfill.trader.reconcile.resolve-limit",
            LIMIT.toString(),
            "firstfill.trader.reconcile.visibility-delay",
            "PT0.01S"));

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anAcceptedOrderThatNoLookUpShowsIsHandedToTheOperatorAndItsRunStops() {
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(hourAgo), Messages.accepted(hourAgo))
                .open();

        fixture.receive(Messages.stop());

        fixture.awaitOne(RunStopped.class);
        assertThat(fixture.published(OrderUnresolved.class)).hasSize(1);
        assertThat(fixture.published(OrderResolved.class))
                .singleElement()
                .satisfies(resolved -> assertThat(resolved.resolution()).isEqualTo(Resolution.OPERATOR));
    }

    @Test
    void downtimeOfTheTraderDoesNotCountTowardsTheResolveLimit() {
        fixture.exchange.lookUp = NO_ANSWER;
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(hourAgo), Messages.unresolved(hourAgo))
                .open();

        fixture.exchange.lookUp = FILLED;

        assertThat(fixture.awaitOne(OrderResolved.class).resolution()).isEqualTo(Resolution.FOUND);
    }

    @Test
    void timeWithoutCredentialDoesNotCountTowardsTheResolveLimit() {
        fixture.exchange.lookUp = new OrderQueryResult.NoCredential();
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(hourAgo), Messages.unresolved(hourAgo))
                .open();
        fixture.time.advanceTo(fixture.now().plus(LIMIT).plus(LIMIT));

        fixture.exchange.lookUp = FILLED;

        assertThat(fixture.awaitOne(OrderResolved.class).resolution()).isEqualTo(Resolution.FOUND);
    }

    @Test
    void anAbsenceWhoseProofEndsAfterTheLimitIsNotHandedOver() {
        fixture.exchange.lookUp = NO_ANSWER;
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(hourAgo), Messages.unresolved(hourAgo));
        fixture.open();

        fixture.time.advanceTo(fixture.now().plus(LIMIT.dividedBy(2)));
        fixture.exchange.lookUp = new OrderQueryResult.Absent();

        assertThat(fixture.awaitOne(OrderResolved.class).resolution()).isEqualTo(Resolution.ABSENT);
    }

    @Test
    void aFillThatOnlyTheAccountsTradesShowCounts() {
        fixture.exchange.search = new OrderQueryResult.Found(
                new OrderSnapshot(FakeExchange.ORDER, OrderSnapshot.Status.OPEN, Quantity.of("40"), Amount.of("20")));
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(hourAgo), Messages.accepted(hourAgo))
                .open();

        OrderCanceled ended = fixture.awaitOne(OrderCanceled.class);
        assertThat(ended.reason()).isEqualTo(CancelReason.PARTLY_FILLED);
        assertThat(fixture.awaitOne(PositionOpened.class).cost()).isEqualTo(Amount.of("20"));
        assertThat(fixture.published(OrderResolved.class)).isEmpty();
        assertThat(fixture.published(PermitReturned.class)).isEmpty();
    }

    @Test
    void anUnresolvedOrderIsFoundByItsTrades() {
        fixture.exchange.search = new OrderQueryResult.Found(
                new OrderSnapshot(FakeExchange.ORDER, OrderSnapshot.Status.OPEN, Quantity.of("100"), Amount.of("50")));
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(hourAgo), Messages.unresolved(hourAgo))
                .open();

        assertThat(fixture.awaitOne(OrderResolved.class).resolution()).isEqualTo(Resolution.FOUND);
        assertThat(fixture.awaitOne(OrderFilled.class).filledAmount()).isEqualTo(Amount.of("50"));
        assertThat(fixture.published(PermitReturned.class)).isEmpty();
    }

    @Test
    void withoutProofOfAbsenceThePermitStaysSpentAndAnAlertIsRaised() {
        fixture.exchange.search = NO_ANSWER;
        fixture.past(Messages.trading(), Messages.started(), Messages.submitted(hourAgo), Messages.unresolved(hourAgo))
                .open();

        assertThat(fixture.awaitOne(OrderResolved.class).resolution()).isEqualTo(Resolution.OPERATOR);
        assertThat(fixture.published(AlertRaised.class))
                .extracting(AlertRaised::kind)
                .contains(AlertKind.UNRESOLVED_ORDER);
        assertThat(fixture.published(PermitReturned.class)).isEmpty();
    }
}
