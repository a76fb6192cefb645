package io.firstfill.trader.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.order.reason.CancelReason;
import io.firstfill.contract.order.OrderCanceled;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderResolved;
import io.firstfill.contract.order.OrderUnresolved;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.PositionOpened;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Quantity;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.OrderSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every order that left comes to an end; a person is called only after the exchange was asked for long enough. */
class SettlingTest {
    private static final OrderQueryResult SILENCE = new OrderQueryResult.Unanswered("down", null);
    private static final OrderQueryResult FILLED = new OrderQueryResult.Found(
            new OrderSnapshot(ExchangeOrderId.of("stage"), OrderSnapshot.Status.FILLED, Quantity.of("100"), Amount.of("50")));
    private static final Duration LIMIT = Duration.ofMillis(400);

    private final Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
    private final DeskStage stage = new DeskStage(
            Map.of("firstfill.trader.resolve-limit", LIMIT.toString(), "firstfill.trader.visibility-delay", "PT0.01S"));

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void anAcceptedOrderThatIsNeverSeenIsHandedToTheOperatorAndItsRunStops() {
        stage.past(Scene.trading(), Scene.started(), Scene.submitted(hourAgo), Scene.accepted(hourAgo))
                .open();

        stage.receive(Scene.stop());

        stage.awaitOne(RunStopped.class);
        assertThat(stage.told(OrderUnresolved.class)).hasSize(1);
        assertThat(stage.told(OrderResolved.class))
                .singleElement()
                .satisfies(resolved -> assertThat(resolved.resolution()).isEqualTo(Resolution.OPERATOR));
    }

    @Test
    void theTimeTheTraderWasDownIsNotTimeTheExchangeWasAsked() {
        stage.venue.lookUp = SILENCE;
        stage.past(Scene.trading(), Scene.started(), Scene.submitted(hourAgo), Scene.unresolved(hourAgo))
                .open();

        stage.venue.lookUp = FILLED;

        assertThat(stage.awaitOne(OrderResolved.class).resolution()).isEqualTo(Resolution.FOUND);
    }

    @Test
    void timeWithoutCredentialIsNotTimeTheExchangeWasAsked() {
        stage.venue.lookUp = new OrderQueryResult.NoCredential();
        stage.past(Scene.trading(), Scene.started(), Scene.submitted(hourAgo), Scene.unresolved(hourAgo))
                .open();
        DeskStage.waitUntil(Instant.now().plus(LIMIT).plus(LIMIT));

        stage.venue.lookUp = FILLED;

        assertThat(stage.awaitOne(OrderResolved.class).resolution()).isEqualTo(Resolution.FOUND);
    }

    @Test
    void anAbsenceSeenAfterTheLimitIsStillProvedInsteadOfHandedOver() {
        stage.venue.lookUp = SILENCE;
        stage.past(Scene.trading(), Scene.started(), Scene.submitted(hourAgo), Scene.unresolved(hourAgo));
        stage.open();

        DeskStage.waitUntil(Instant.now().plus(LIMIT.dividedBy(2)));
        stage.venue.lookUp = new OrderQueryResult.Absent();

        assertThat(stage.awaitOne(OrderResolved.class).resolution()).isEqualTo(Resolution.ABSENT);
    }

    @Test
    void aFillThatOnlyOurTradesShowCounts() {
        stage.venue.search = new OrderQueryResult.Found(
                new OrderSnapshot(ExchangeOrderId.of("stage"), OrderSnapshot.Status.OPEN, Quantity.of("40"), Amount.of("20")));
        stage.past(Scene.trading(), Scene.started(), Scene.submitted(hourAgo), Scene.accepted(hourAgo))
                .open();

        OrderCanceled ended = stage.awaitOne(OrderCanceled.class);
        assertThat(ended.reason()).isEqualTo(CancelReason.PARTLY_FILLED);
        assertThat(stage.awaitOne(PositionOpened.class).cost()).isEqualTo(Amount.of("20"));
        assertThat(stage.told(OrderResolved.class)).isEmpty();
        assertThat(stage.told(PermitReturned.class)).isEmpty();
    }

    @Test
    void anOrderOfUnknownFateWhoseTradesAreSeenIsFoundByThem() {
        stage.venue.search = new OrderQueryResult.Found(
                new OrderSnapshot(ExchangeOrderId.of("stage"), OrderSnapshot.Status.OPEN, Quantity.of("100"), Amount.of("50")));
        stage.past(Scene.trading(), Scene.started(), Scene.submitted(hourAgo), Scene.unresolved(hourAgo))
                .open();

        assertThat(stage.awaitOne(OrderResolved.class).resolution()).isEqualTo(Resolution.FOUND);
        assertThat(stage.awaitOne(OrderFilled.class).filledAmount()).isEqualTo(Amount.of("50"));
        assertThat(stage.told(PermitReturned.class)).isEmpty();
    }

    @Test
    void withoutProofOfAbsenceThePermitStaysSpentAndAPersonIsCalled() {
        stage.venue.search = SILENCE;
        stage.past(Scene.trading(), Scene.started(), Scene.submitted(hourAgo), Scene.unresolved(hourAgo))
                .open();

        assertThat(stage.awaitOne(OrderResolved.class).resolution()).isEqualTo(Resolution.OPERATOR);
        assertThat(stage.told(AlertRaised.class)).extracting(AlertRaised::kind).contains(AlertKind.UNRESOLVED_ORDER);
        assertThat(stage.told(PermitReturned.class)).isEmpty();
    }
}
