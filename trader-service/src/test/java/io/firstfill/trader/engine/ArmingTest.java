package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderAccepted;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.Timeline;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.trader.credential.KeyReading;
import io.firstfill.trader.fixture.Messages;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that an armed buy fires between its opening and its deadline, by the exchange's clock, or never. */
class ArmingTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aBuyWhoseArmingBecomesDurableAfterItsDeadlineIsNotSent() {
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
        fixture.topic = event -> event instanceof OrderArmed
                ? fixture.time.after(Duration.ofMillis(700))
                : Uni.createFrom().voidItem();
        Instant opening = fixture.now().plusMillis(300);

        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusMillis(200)));

        assertThat(fixture.awaitOne(OrderDenied.class).reason()).isEqualTo(DenialReason.SIGNAL_EXPIRED);
        assertThat(fixture.awaitOne(PermitReturned.class).permitId()).isEqualTo(Messages.PERMIT);
        assertThat(fixture.exchange.placed).isEmpty();
    }

    @Test
    void theTimelineOfAnArmedBuyStatesWhenItWasSigned() {
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
        Instant opening = fixture.now().plusMillis(700);

        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(5)));

        Timeline timeline = fixture.awaitOne(OrderAccepted.class).timeline();
        assertThat(timeline.signedAt()).isBefore(opening);
        assertThat(timeline.eventTime()).isEqualTo(opening);
        assertThat(timeline.writtenAt()).isAfterOrEqualTo(timeline.firedAt());
    }

    @Test
    void anArmedBuyFollowsAJumpAheadOfTheExchangesClock() {
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
        Instant opening = fixture.now().plusSeconds(60);
        fixture.exchange.ahead = Duration.ofSeconds(50);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(5)));
        fixture.awaitOne(OrderArmed.class);

        fixture.exchange.ahead = Duration.ofSeconds(59);

        fixture.awaitOne(OrderAccepted.class);
    }

    @Test
    void anArmedBuyFollowsAJumpBackOfTheExchangesClock() {
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
        Instant opening = fixture.now().plusSeconds(2);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(5)));
        fixture.awaitOne(OrderArmed.class);

        fixture.exchange.ahead = Duration.ofSeconds(-10);

        fixture.time.advanceTo(opening.plusMillis(300));
        assertThat(fixture.exchange.placed).isEmpty();
        fixture.exchange.ahead = Duration.ZERO;
        fixture.awaitOne(OrderAccepted.class);
    }

    @Test
    void aBuyThatIsArmedAgainFiresOnlyWithItsOwnArmingDurable() {
        PermitId second = PermitId.derivedFrom("second permit");
        fixture.past(
                        Messages.trading(),
                        Messages.started(),
                        Messages.granted(Messages.PERMIT),
                        Messages.granted(second))
                .open();
        List<PermitId> permits = new ArrayList<>();
        List<CompletableFuture<Void>> armings = new ArrayList<>();
        fixture.topic = event -> {
            if (event instanceof OrderArmed armed) {
                permits.add(armed.permitId());
                armings.add(new CompletableFuture<>());
                return Uni.createFrom().completionStage(armings.getLast());
            }
            return Uni.createFrom().voidItem();
        };
        Instant opening = fixture.now().plusMillis(2_000);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(20)));
        fixture.await(() -> armings.size() == 1, "armed");
        fixture.receive(Messages.revoked(permits.getFirst()));

        armings.getFirst().complete(null);
        fixture.await(() -> armings.size() == 2, "armed again");
        fixture.time.advanceTo(opening.plusSeconds(2));
        assertThat(fixture.exchange.placed).as("its own arming is not durable").isEmpty();

        armings.getLast().complete(null);
        fixture.awaitOne(OrderAccepted.class);
        assertThat(fixture.exchange.placed).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 450, 700, 4_000})
    void anArmedBuyIsSignedAnewWithAKeyThatIsValidatedBeforeItFires(long millisBefore) {
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
        Instant opening = fixture.now().plusSeconds(5);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(5)));
        fixture.awaitOne(OrderArmed.class);
        fixture.time.advanceTo(opening.minusMillis(millisBefore));
        MexcCredentials next = new MexcCredentials("mx0-two", "secret-two");
        fixture.reading = new KeyReading.Present(2, next, null);
        fixture.exchange.takesOnly = next;

        fixture.receive(Messages.validate());

        fixture.awaitOne(OrderAccepted.class);
        assertThat(fixture.exchange.placedFor).containsExactly(opening);
        assertThat(fixture.published(RunSuspended.class)).isEmpty();
    }

    @Test
    void aStepOfTheClockIsAnAlert() {
        fixture.open();

        fixture.exchange.clockSteps = 1;

        assertThat(fixture.awaitOne(AlertRaised.class).kind()).isEqualTo(AlertKind.CLOCK_DRIFT);
    }

    @Test
    void aClosedEngineFiresNothing() {
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT))
                .open();
        Instant opening = fixture.now().plusMillis(600);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));
        fixture.awaitOne(OrderArmed.class);

        fixture.close();

        fixture.time.advanceTo(opening.plusMillis(200));
        assertThat(fixture.exchange.placed).isEmpty();
    }
}
