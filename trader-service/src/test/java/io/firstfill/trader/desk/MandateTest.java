package io.firstfill.trader.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A trader that may not act sends nothing and says nothing of orders: another one may be doing both. */
class MandateTest {
    private final DeskStage stage = new DeskStage(Map.of());

    @BeforeEach
    void open() {
        stage.past(Scene.trading(), Scene.started(), Scene.granted(Scene.PERMIT))
                .open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aShotWhoseMomentPassesWithoutItIsFiredOnceAsSoonAsItIsBack() {
        Instant opening = armed(Duration.ofSeconds(5));
        stage.mandated = false;
        DeskStage.waitUntil(opening.plusMillis(150));
        assertThat(stage.venue.placed).isEmpty();

        stage.mandated = true;

        stage.awaitOne(OrderSubmitted.class);
        assertThat(stage.venue.placed).containsExactly(Scene.ORDER);
    }

    @Test
    void aShotThatCannotBeFiredInTimeIsDeniedWithItsReasonOnceThatMayBeSaid() {
        Instant opening = armed(Duration.ofMillis(300));
        stage.mandated = false;
        DeskStage.waitUntil(opening.plusMillis(600));
        assertThat(stage.told(OrderDenied.class)).isEmpty();

        stage.mandated = true;

        assertThat(stage.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.LEASE_LOST);
        assertThat(stage.awaitOne(PermitReturned.class).permitId()).isEqualTo(Scene.PERMIT);
        assertThat(stage.venue.placed).isEmpty();
    }

    @Test
    void aStopTakesBackAShotThatWaitsForIt() {
        Instant opening = armed(Duration.ofSeconds(5));
        stage.mandated = false;
        DeskStage.waitUntil(opening.plusMillis(100));
        stage.receive(Scene.stop());

        stage.mandated = true;

        assertThat(stage.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.RUN_NOT_ACTIVE);
        DeskStage.waitUntil(opening.plusMillis(400));
        assertThat(stage.venue.placed).isEmpty();
    }

    @Test
    void aSurpriseWaitsForItUntilItsDeadline() {
        stage.mandated = false;
        stage.receive(Scene.signal(Scene.LISTING, null, Instant.now().plusMillis(1_500)));
        DeskStage.waitUntil(Instant.now().plusMillis(600));
        assertThat(stage.told(OrderEvent.class)).isEmpty();
        assertThat(stage.venue.placed).isEmpty();

        stage.mandated = true;

        stage.awaitOne(OrderSubmitted.class);
        assertThat(stage.venue.placed).containsExactly(Scene.ORDER);
    }

    @Test
    void aSurpriseWithoutItUntilItsDeadlineIsDeniedWithThatReason() {
        stage.mandated = false;
        stage.receive(Scene.signal(Scene.LISTING, null, Instant.now().plusMillis(200)));
        DeskStage.waitUntil(Instant.now().plusMillis(500));

        stage.mandated = true;

        assertThat(stage.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.LEASE_LOST);
        assertThat(stage.venue.placed).isEmpty();
    }

    @Test
    void theNextProbeWaitsForIt() {
        stage.venue.answer = () -> {
            stage.mandated = false;
            return refused();
        };
        stage.receive(Scene.signal(Scene.LISTING, null, Instant.now().plusSeconds(5)));
        await().until(() -> stage.venue.placed.size() == 1);
        DeskStage.waitUntil(Instant.now().plusMillis(400));
        assertThat(stage.venue.placed).hasSize(1);
        stage.venue.answer = StageVenue::taken;

        stage.mandated = true;

        await().until(() -> stage.venue.placed.size() == 2);
        assertThat(stage.venue.placed).containsOnly(Scene.ORDER);
    }

    @Test
    void nothingIsToldOfAnOrderUntilItIsBack() {
        stage.venue.answer = () -> {
            stage.mandated = false;
            return StageVenue.taken();
        };
        stage.venue.lookUp = StageVenue.FILLED;
        stage.receive(Scene.signal(Scene.LISTING, null, Instant.now().plusSeconds(5)));
        await().until(() -> stage.venue.placed.size() == 1);
        DeskStage.waitUntil(Instant.now().plusMillis(300));
        assertThat(stage.told(OrderFilled.class)).isEmpty();

        stage.mandated = true;

        stage.awaitOne(OrderFilled.class);
    }

    @Test
    void peopleHearThatItIsLostAndThatItIsBack() {
        stage.mandated = false;
        assertThat(stage.awaitOne(AlertRaised.class).kind()).isEqualTo(AlertKind.LEASE_LOST);

        stage.mandated = true;

        await().atMost(Duration.ofSeconds(5))
                .until(() -> stage.told(AlertCleared.class).stream()
                        .anyMatch(cleared -> cleared.kind() == AlertKind.LEASE_LOST));
    }

    /** @return the opening */
    private Instant armed(Duration probeWindow) {
        Instant opening = Instant.now().plusMillis(700);
        stage.receive(Scene.signal(Scene.LISTING, opening, opening.plus(probeWindow)));
        stage.awaitOne(OrderArmed.class);
        return opening;
    }

    private static Uni<PlaceAnswer> refused() {
        return Uni.createFrom().item(new PlaceAnswer.Refused(400, 30001, "not yet", new Reaction.Probe()));
    }
}
