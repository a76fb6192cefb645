package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves when permits are granted and revoked (FR-008). */
class RiskEngineTest {
    private static final RunId NEXT_RUN = RunId.derivedFrom("next run");

    @Test
    void nothingIsGrantedBeforeATradingStateIsKnown() {
        RiskEngineFixture engine = new RiskEngineFixture();

        PublishedEvents published = engine.apply(InputMessages.started(RUN, "10", caps(9, "1000", 9)));

        assertThat(published.all()).isEmpty();
    }

    @Test
    void permitsGrantedTogetherDoNotExpireTogether() {
        RiskEngineFixture engine = running(caps(9, "1000", 5));

        assertThat(engine.usablePermits())
                .hasSize(5)
                .extracting(PermitGranted::expiresAt)
                .doesNotHaveDuplicates()
                .allSatisfy(end -> assertThat(end).isBetween(NOON.plusSeconds(240), NOON.plusSeconds(300)));
    }

    @Test
    void aReturnedPermitMakesRoomForAnother() {
        RiskEngineFixture engine = running(caps(9, "1000", 2));
        PermitGranted first = engine.usablePermits().getFirst();

        PublishedEvents published = engine.apply(InputMessages.returned(first));

        assertThat(published.granted())
                .singleElement()
                .satisfies(permit -> assertThat(permit.permitId()).isNotEqualTo(first.permitId()));
        assertThat(engine.usage().concurrentListings()).isEqualTo(2);
    }

    @Test
    void timeAloneNeverReleasesAReservation() {
        RiskEngineFixture engine = running(caps(9, "1000", 2));

        PublishedEvents published = engine.advance(Duration.ofDays(2));

        assertThat(published.granted()).isEmpty();
        assertThat(engine.usage().concurrentListings()).isEqualTo(2);
    }

    @Test
    void anExpiredPermitIsRevokedAgainUntilItIsReturned() {
        RiskEngineFixture engine = running(caps(9, "1000", 1));

        PublishedEvents first = engine.advance(Duration.ofMinutes(7));
        PublishedEvents soon = engine.advance(Duration.ofSeconds(30));
        PublishedEvents again = engine.advance(Duration.ofSeconds(31));

        assertThat(first.revoked()).hasSize(1);
        assertThat(soon.revoked()).isEmpty();
        assertThat(again.revoked()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"REDUCING", "HALTED"})
    void haltingRevokesEveryPermitWhoseOrderIsNotSubmitted(TradingState state) {
        RiskEngineFixture engine = running(caps(9, "1000", 3));
        PermitGranted sent = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(sent));

        PublishedEvents published = engine.apply(InputMessages.set(state));

        assertThat(published.of(TradingStateChanged.class))
                .singleElement()
                .satisfies(changed -> assertThat(changed.state()).isEqualTo(state));
        assertThat(published.revoked())
                .hasSize(2)
                .allSatisfy(revoked -> assertThat(revoked.reason()).isEqualTo(RevocationReason.TRADING_STATE))
                .noneSatisfy(revoked -> assertThat(revoked.permitId()).isEqualTo(sent.permitId()));
        assertThat(engine.usage().concurrentListings())
                .as("revoked is not returned")
                .isEqualTo(3);
    }

    @Test
    void afterAHaltNewPermitsWaitForTheOldOnes() {
        RiskEngineFixture engine = running(caps(9, "1000", 2));
        List<PermitGranted> old = engine.usablePermits();
        engine.apply(InputMessages.set(TradingState.HALTED));

        PublishedEvents active = engine.apply(InputMessages.set(TradingState.ACTIVE));
        PublishedEvents returned = engine.apply(InputMessages.returned(old.getFirst()));

        assertThat(active.granted()).isEmpty();
        assertThat(returned.granted()).hasSize(1);
    }

    @Test
    void stoppingRevokesAtOnceAndGrantsNothingAfterwards() {
        RiskEngineFixture engine = running(caps(9, "1000", 2));
        List<PermitGranted> old = engine.usablePermits();

        PublishedEvents stopped = engine.apply(InputMessages.stop(RUN));
        PublishedEvents returned = engine.apply(InputMessages.returned(old.getFirst()));

        assertThat(stopped.revoked())
                .hasSize(2)
                .extracting(PermitRevoked::reason)
                .containsOnly(RevocationReason.RUN_STOPPED);
        assertThat(returned.granted()).isEmpty();
    }

    @Test
    void aRunStoppedBeforeItsStartWasReadGetsNothing() {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(InputMessages.stop(RUN));

        PublishedEvents published = engine.apply(InputMessages.started(RUN, "10", caps(9, "1000", 9)));

        assertThat(published.all()).isEmpty();
    }

    @Test
    void anEndedRunKeepsItsReservationsAgainstTheNextOne() {
        RiskEngineFixture engine = running(caps(9, "1000", 2));
        List<PermitGranted> old = engine.usablePermits();
        engine.apply(InputMessages.stop(RUN));

        PublishedEvents started = engine.apply(InputMessages.started(NEXT_RUN, "10", caps(9, "1000", 3)));
        PublishedEvents returned = engine.apply(InputMessages.returned(old.getFirst()));

        assertThat(started.granted()).hasSize(1);
        assertThat(returned.granted()).hasSize(1);
    }

    @Test
    void aSuspendedRunGetsNoPermitsUntilItIsResumed() {
        RiskEngineFixture engine = running(caps(9, "1000", 1));
        PermitGranted held = engine.usablePermits().getFirst();

        PublishedEvents suspended = engine.apply(InputMessages.suspended(RUN));
        PublishedEvents returned = engine.apply(InputMessages.returned(held));
        PublishedEvents resumed = engine.apply(InputMessages.resumed(RUN));

        assertThat(suspended.revoked()).hasSize(1);
        assertThat(returned.granted()).isEmpty();
        assertThat(resumed.granted()).hasSize(1);
    }

    @Test
    void aMissingCredentialStopsGrantsUntilOneIsValidated() {
        RiskEngineFixture engine = running(caps(9, "1000", 1));
        engine.apply(InputMessages.credentialMissing());

        PublishedEvents returned =
                engine.apply(InputMessages.returned(engine.granted().getFirst()));
        PublishedEvents validated = engine.apply(InputMessages.credentialValidated());

        assertThat(returned.granted()).isEmpty();
        assertThat(validated.granted()).hasSize(1);
    }

    @Test
    void tighterCapsRevokeUnusedPermits() {
        RiskEngineFixture engine = running(caps(9, "1000", 5));

        PublishedEvents published = engine.apply(InputMessages.applied(RUN, "10", caps(9, "1000", 2)));

        assertThat(published.revoked()).hasSize(3);
        assertThat(engine.usablePermits()).hasSize(2);
    }

    @Test
    void anotherQuoteAmountReplacesThePermitsAsTheyAreReturned() {
        RiskEngineFixture engine = running(caps(9, "1000", 1));
        PermitGranted old = engine.usablePermits().getFirst();

        PublishedEvents applied = engine.apply(InputMessages.applied(RUN, "20", caps(9, "1000", 1)));
        PublishedEvents returned = engine.apply(InputMessages.returned(old));

        assertThat(applied.revoked()).hasSize(1);
        assertThat(returned.granted())
                .singleElement()
                .satisfies(permit -> assertThat(permit.limit()).isEqualTo(Amount.of("20")));
    }

    @Test
    void theSameMessageTwiceChangesNothing() {
        RiskEngineFixture engine = running(caps(9, "1000", 2));
        PermitGranted permit = engine.usablePermits().getFirst();
        List<Message> messages = List.of(
                InputMessages.submitted(permit),
                InputMessages.filled(permit, NOON, "10"),
                InputMessages.suspended(RUN),
                InputMessages.resumed(RUN),
                InputMessages.set(TradingState.HALTED),
                InputMessages.set(TradingState.ACTIVE));
        messages.forEach(engine::apply);
        RiskBook before = engine.book;

        List<Message> published = messages.stream()
                .flatMap(message -> engine.apply(message).all().stream())
                .toList();

        assertThat(published).isEmpty();
        assertThat(engine.book).isEqualTo(before);
    }

    private static RiskEngineFixture running(Caps caps) {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(InputMessages.started(RUN, "10", caps));
        return engine;
    }
}
