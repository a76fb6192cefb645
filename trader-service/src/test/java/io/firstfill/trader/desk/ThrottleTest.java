package io.firstfill.trader.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Turned away, by whomever it was said: orders wait until then if that is in time, and are denied with the reason if not. */
class ThrottleTest {
    private final DeskStage stage = new DeskStage(Map.of());

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aBuyWaitsForThePauseTheScannerWasToldOfAndIsSentAfterIt() {
        working();
        Instant until = soon(Duration.ofMillis(900));
        stage.receive(throttled("scanner/api", until));

        stage.receive(Scene.signal(Scene.LISTING, null, Instant.now().plusSeconds(10)));

        assertThat(stage.venue.placed).isEmpty();
        OrderAccepted accepted = stage.awaitOne(OrderAccepted.class);
        assertThat(accepted.meta().occurredAt()).isAfterOrEqualTo(until);
        assertThat(stage.venue.placed).hasSize(1);
    }

    @Test
    void aBuyWhosePauseOutlastsItsDeadlineIsDeniedAsThrottled() {
        working();
        stage.receive(throttled("scanner/api", Instant.now().plusSeconds(60)));

        stage.receive(Scene.signal(Scene.LISTING, null, Instant.now().plusSeconds(10)));

        assertThat(stage.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.THROTTLED);
        assertThat(stage.awaitOne(PermitReturned.class).permitId()).isEqualTo(Scene.PERMIT);
        assertThat(stage.venue.placed).isEmpty();
    }

    @Test
    void thePauseIsToldWithItsEndAndClearedAfterIt() {
        working();
        Instant until = soon(Duration.ofMillis(600));

        stage.venue.pause(until);

        AlertRaised raised = stage.awaitOne(AlertRaised.class);
        assertThat(List.of(raised.kind(), raised.subject())).isEqualTo(List.of(AlertKind.THROTTLED, "trader/api"));
        assertThat(raised.until()).isEqualTo(until);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> stage.told(AlertCleared.class).stream()
                        .anyMatch(cleared -> cleared.subject().equals("trader/api")
                                && !cleared.meta().occurredAt().isBefore(until)));
    }

    @Test
    void theWebsitesFirewallAndAnAlertWithoutEndStopNothing() {
        working();

        stage.receive(
                throttled("scanner/web", Instant.now().plusSeconds(60)),
                new AlertRaised(
                        Scene.meta(Instant.now()),
                        DeskStage.PAPER,
                        AlertKind.THROTTLED,
                        "scanner/api",
                        Severity.WARNING,
                        "from before ends were told",
                        null));
        stage.receive(Scene.signal(Scene.LISTING, null, Instant.now().plusSeconds(10)));

        stage.awaitOne(OrderAccepted.class);
    }

    private void working() {
        stage.past(Scene.trading(), Scene.started(), Scene.granted(Scene.PERMIT))
                .open();
    }

    private static Instant soon(Duration in) {
        return Instant.now().plus(in).truncatedTo(ChronoUnit.MICROS);
    }

    private static AlertRaised throttled(String subject, Instant until) {
        return new AlertRaised(
                Scene.meta(Instant.now()),
                DeskStage.PAPER,
                AlertKind.THROTTLED,
                subject,
                Severity.WARNING,
                "test",
                null,
                until);
    }
}
