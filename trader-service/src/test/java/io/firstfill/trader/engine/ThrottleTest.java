package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.fixture.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Proves that orders wait for the end of a throttle, whether the exchange reported it to the trader or to the scanner,
 * and are denied as throttled where the throttle outlasts their deadline.
 */
class ThrottleTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aBuyWaitsForAThrottleThatTheScannerReportsAndIsSentAfterIt() {
        openWithPermit();
        Instant until = soon(Duration.ofMillis(900));
        fixture.receive(throttled("scanner/api", until));

        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(10)));

        assertThat(fixture.exchange.placed).isEmpty();
        OrderAccepted accepted = fixture.awaitOne(OrderAccepted.class);
        assertThat(accepted.meta().occurredAt()).isAfterOrEqualTo(until);
        assertThat(fixture.exchange.placed).hasSize(1);
    }

    @Test
    void aBuyWhoseThrottleOutlastsItsDeadlineIsDenied() {
        openWithPermit();
        fixture.receive(throttled("scanner/api", fixture.now().plusSeconds(60)));

        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(10)));

        assertThat(fixture.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.THROTTLED);
        assertThat(fixture.awaitOne(PermitReturned.class).permitId()).isEqualTo(Messages.PERMIT);
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void aThrottleIsAnAlertWithItsEndAndIsClearedAfterIt() {
        openWithPermit();
        Instant until = soon(Duration.ofMillis(600));

        fixture.exchange.pause(until);

        AlertRaised raised = fixture.awaitOne(AlertRaised.class);
        assertThat(List.of(raised.kind(), raised.subject())).isEqualTo(List.of(AlertKind.THROTTLED, "trader/api"));
        assertThat(raised.until()).isEqualTo(until);
        fixture.await(
                () -> fixture.published(AlertCleared.class).stream()
                        .anyMatch(cleared -> cleared.subject().equals("trader/api")
                                && !cleared.meta().occurredAt().isBefore(until)),
                "throttle alert cleared");
    }

    @Test
    void aThrottleOfTheWebsiteOrWithoutEndDelaysNoOrder() {
        openWithPermit();

        fixture.receive(
                throttled("scanner/web", fixture.now().plusSeconds(60)),
                new AlertRaised(
                        Messages.meta(fixture.now()),
                        Messages.PAPER,
                        AlertKind.THROTTLED,
                        "scanner/api",
                        Severity.WARNING,
                        "raised by a version without an end",
                        null));
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(10)));

        fixture.awaitOne(OrderAccepted.class);
    }

    private void openWithPermit() {
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
    }

    private Instant soon(Duration in) {
        return fixture.now().plus(in).truncatedTo(ChronoUnit.MICROS);
    }

    private AlertRaised throttled(String subject, Instant until) {
        return new AlertRaised(
                Messages.meta(fixture.now()),
                Messages.PAPER,
                AlertKind.THROTTLED,
                subject,
                Severity.WARNING,
                "test",
                null,
                until);
    }
}
