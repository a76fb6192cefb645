package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves that a trader without the lease sends no order and publishes no order event: another trader may do both. */
class LeaseLossTest {
    private final EngineFixture fixture = new EngineFixture();

    @BeforeEach
    void open() {
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anOrderWhoseOpeningPassesWithoutTheLeaseIsFiredOnceWhenTheLeaseIsBack() {
        Instant opening = armed(Duration.ofSeconds(5));
        fixture.leaseHeld = false;
        fixture.time.advanceTo(opening.plusMillis(150));
        assertThat(fixture.exchange.placed).isEmpty();

        fixture.leaseHeld = true;

        fixture.awaitOne(OrderSubmitted.class);
        assertThat(fixture.exchange.placed).containsExactly(Messages.ORDER);
    }

    @Test
    void anOrderThatCannotBeFiredInTimeIsDeniedWhenTheLeaseIsBack() {
        Instant opening = armed(Duration.ofMillis(300));
        fixture.leaseHeld = false;
        fixture.time.advanceTo(opening.plusMillis(600));
        assertThat(fixture.published(OrderDenied.class)).isEmpty();

        fixture.leaseHeld = true;

        assertThat(fixture.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.LEASE_LOST);
        assertThat(fixture.awaitOne(PermitReturned.class).permitId()).isEqualTo(Messages.PERMIT);
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void aStopDeniesAnOrderThatWaitsForTheLease() {
        Instant opening = armed(Duration.ofSeconds(5));
        fixture.leaseHeld = false;
        fixture.time.advanceTo(opening.plusMillis(100));
        fixture.receive(Messages.stop());

        fixture.leaseHeld = true;

        assertThat(fixture.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.RUN_NOT_ACTIVE);
        fixture.time.advanceTo(opening.plusMillis(400));
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void aSurpriseWaitsForTheLeaseUntilItsDeadline() {
        fixture.leaseHeld = false;
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusMillis(1_500)));
        fixture.time.advanceTo(fixture.now().plusMillis(600));
        assertThat(fixture.published(OrderEvent.class)).isEmpty();
        assertThat(fixture.exchange.placed).isEmpty();

        fixture.leaseHeld = true;

        fixture.awaitOne(OrderSubmitted.class);
        assertThat(fixture.exchange.placed).containsExactly(Messages.ORDER);
    }

    @Test
    void aSurpriseWithoutTheLeaseUntilItsDeadlineIsDeniedWithLeaseLost() {
        fixture.leaseHeld = false;
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusMillis(200)));
        fixture.time.advanceTo(fixture.now().plusMillis(500));

        fixture.leaseHeld = true;

        assertThat(fixture.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.LEASE_LOST);
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void theNextProbeWaitsForTheLease() {
        fixture.exchange.answer = () -> {
            fixture.leaseHeld = false;
            return refused();
        };
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
        fixture.await(() -> fixture.exchange.placed.size() == 1, "first request");
        fixture.time.advanceTo(fixture.now().plusMillis(400));
        assertThat(fixture.exchange.placed).hasSize(1);
        fixture.exchange.answer = fixture.exchange::taken;

        fixture.leaseHeld = true;

        fixture.await(() -> fixture.exchange.placed.size() == 2, "second request");
        assertThat(fixture.exchange.placed).containsOnly(Messages.ORDER);
    }

    @Test
    void noOrderEventIsPublishedUntilTheLeaseIsBack() {
        fixture.exchange.answer = () -> {
            fixture.leaseHeld = false;
            return fixture.exchange.taken();
        };
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(5)));
        fixture.await(() -> fixture.exchange.placed.size() == 1, "first request");
        fixture.time.advanceTo(fixture.now().plusMillis(300));
        assertThat(fixture.published(OrderFilled.class)).isEmpty();

        fixture.leaseHeld = true;

        fixture.awaitOne(OrderFilled.class);
    }

    @Test
    void theLossOfTheLeaseIsAnAlertUntilItIsBack() {
        fixture.leaseHeld = false;
        assertThat(fixture.awaitOne(AlertRaised.class).kind()).isEqualTo(AlertKind.LEASE_LOST);

        fixture.leaseHeld = true;

        fixture.await(
                () -> fixture.published(AlertCleared.class).stream()
                        .anyMatch(cleared -> cleared.kind() == AlertKind.LEASE_LOST),
                "lease alert cleared");
    }

    /**
     * Arms a buy.
     *
     * @param probeWindow time from the opening to the deadline
     * @return the opening
     */
    private Instant armed(Duration probeWindow) {
        Instant opening = fixture.now().plusMillis(700);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plus(probeWindow)));
        fixture.awaitOne(OrderArmed.class);
        return opening;
    }

    private static Uni<PlaceAnswer> refused() {
        return Uni.createFrom().item(new PlaceAnswer.Refused(400, 30001, "not yet", new Reaction.Probe()));
    }
}
