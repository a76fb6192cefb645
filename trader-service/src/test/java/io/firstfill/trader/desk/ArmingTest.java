package io.firstfill.trader.desk;

import io.firstfill.trader.submit.OrderSubmitter;

import io.firstfill.trader.reconcile.OrderReconciler;

import io.firstfill.trader.state.OrderCommitter;

import io.firstfill.trader.schedule.Arming;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.Timeline;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is armed fires in its time or never. */
class ArmingTest {
    private final DeskStage stage = new DeskStage(Map.of());

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aBuyWhoseArmingBecomesDurableAfterItsDeadlineIsNotSent() {
        stage.past(Scene.trading(), Scene.started(), Scene.granted(Scene.PERMIT))
                .open();
        stage.topic = fact -> fact instanceof OrderArmed
                ? Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(700))
                : Uni.createFrom().voidItem();
        Instant opening = Instant.now().plusMillis(300);

        stage.receive(Scene.signal(Scene.LISTING, opening, opening.plusMillis(200)));

        assertThat(stage.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.SIGNAL_EXPIRED);
        assertThat(stage.awaitOne(PermitReturned.class).permitId()).isEqualTo(Scene.PERMIT);
        assertThat(stage.venue.placed).isEmpty();
    }

    @Test
    void aBuySignedWhenItWasArmedIsToldSo() {
        stage.past(Scene.trading(), Scene.started(), Scene.granted(Scene.PERMIT))
                .open();
        Instant opening = Instant.now().plusMillis(700);

        stage.receive(Scene.signal(Scene.LISTING, opening, opening.plusSeconds(5)));

        Timeline told = stage.awaitOne(OrderAccepted.class).timeline();
        assertThat(told.signedAt()).isBefore(opening);
        assertThat(told.eventTime()).isEqualTo(opening);
        assertThat(told.writtenAt()).isAfterOrEqualTo(told.firedAt());
    }

    @Test
    void anArmedBuyFollowsTheExchangesClockWhenThatJumpsAhead() {
        stage.past(Scene.trading(), Scene.started(), Scene.granted(Scene.PERMIT))
                .open();
        Instant opening = Instant.now().plusSeconds(60);
        stage.venue.ahead = Duration.ofSeconds(50);
        stage.receive(Scene.signal(Scene.LISTING, opening, opening.plusSeconds(5)));
        stage.awaitOne(OrderArmed.class);

        stage.venue.ahead = Duration.ofSeconds(59);

        stage.awaitOne(OrderAccepted.class);
    }

    @Test
    void anArmedBuyFollowsTheExchangesClockWhenThatJumpsBack() {
        stage.past(Scene.trading(), Scene.started(), Scene.granted(Scene.PERMIT))
                .open();
        Instant opening = Instant.now().plusSeconds(2);
        stage.receive(Scene.signal(Scene.LISTING, opening, opening.plusSeconds(5)));
        stage.awaitOne(OrderArmed.class);

        stage.venue.ahead = Duration.ofSeconds(-10);

        DeskStage.waitUntil(opening.plusMillis(300));
        assertThat(stage.venue.placed).isEmpty();
        stage.venue.ahead = Duration.ZERO;
        stage.awaitOne(OrderAccepted.class);
    }

    @Test
    void aDeskThatIsBeingClosedArmsNothingMore() {
        OrderCommitter teller = new OrderCommitter(stage.parts);
        OrderSubmitter sending = new OrderSubmitter(stage.parts, teller, new OrderReconciler(stage.parts, teller, stage.desk), stage.desk);
        Arming arming = new Arming(stage.parts, teller, sending);
        Instant opening = Instant.now().plusMillis(600);
        stage.past(
                Scene.trading(),
                Scene.started(),
                Scene.signal(Scene.LISTING, opening, opening.plusSeconds(10)),
                Scene.armed(opening));
        arming.silenceAll();

        stage.parts.thread().execute(() -> arming.prepare(Scene.ORDER));

        DeskStage.waitUntil(opening.plusMillis(200));
        assertThat(stage.venue.placed).isEmpty();
    }
}
