package io.firstfill.risk.book;

import static io.firstfill.risk.Told.NOON;
import static io.firstfill.risk.Told.RUN;
import static io.firstfill.risk.Told.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.Told;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When permits are granted and taken back (FR-008). */
class RiskEngineTest {
    private static final RunId NEXT_RUN = RunId.derivedFrom("next run");

    @Test
    void nothingIsGrantedBeforeATradingStateIsKnown() {
        Desk desk = new Desk();

        List<Message> said = desk.hears(Told.started(RUN, "10", caps(9, "1000", 9)));

        assertThat(said).isEmpty();
    }

    @Test
    void permitsGrantedTogetherDoNotExpireTogether() {
        Desk desk = running(caps(9, "1000", 5));

        assertThat(desk.inHand())
                .hasSize(5)
                .extracting(PermitGranted::expiresAt)
                .doesNotHaveDuplicates()
                .allSatisfy(end -> assertThat(end).isBetween(NOON.plusSeconds(240), NOON.plusSeconds(300)));
    }

    @Test
    void aReturnedPermitMakesRoomForAnother() {
        Desk desk = running(caps(9, "1000", 2));
        PermitGranted first = desk.inHand().getFirst();

        List<Message> said = desk.hears(Told.returned(first));

        assertThat(Desk.granted(said))
                .singleElement()
                .satisfies(permit -> assertThat(permit.permitId()).isNotEqualTo(first.permitId()));
        assertThat(desk.usage().concurrentListings()).isEqualTo(2);
    }

    @Test
    void timeAloneNeverReleasesAReservation() {
        Desk desk = running(caps(9, "1000", 2));

        List<Message> said = desk.waits(Duration.ofDays(2));

        assertThat(Desk.granted(said)).isEmpty();
        assertThat(desk.usage().concurrentListings()).isEqualTo(2);
    }

    @Test
    void aPermitThatLapsedUnansweredIsAskedBackUntilItIsReturned() {
        Desk desk = running(caps(9, "1000", 1));

        List<Message> first = desk.waits(Duration.ofMinutes(7));
        List<Message> soon = desk.waits(Duration.ofSeconds(30));
        List<Message> again = desk.waits(Duration.ofSeconds(31));

        assertThat(Desk.revoked(first)).hasSize(1);
        assertThat(Desk.revoked(soon)).isEmpty();
        assertThat(Desk.revoked(again)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"REDUCING", "HALTED"})
    void haltingRevokesEveryPermitThatCanStillBeTakenBack(TradingState state) {
        Desk desk = running(caps(9, "1000", 3));
        PermitGranted sent = desk.inHand().getFirst();
        desk.hears(Told.submitted(sent));

        List<Message> said = desk.hears(Told.set(state));

        assertThat(Desk.only(TradingStateChanged.class, said))
                .singleElement()
                .satisfies(changed -> assertThat(changed.state()).isEqualTo(state));
        assertThat(Desk.revoked(said))
                .hasSize(2)
                .allSatisfy(revoked -> assertThat(revoked.reason()).isEqualTo(RevocationReason.TRADING_STATE))
                .noneSatisfy(revoked -> assertThat(revoked.permitId()).isEqualTo(sent.permitId()));
        assertThat(desk.usage().concurrentListings())
                .as("revoked is not returned")
                .isEqualTo(3);
    }

    @Test
    void afterAHaltNewPermitsWaitForTheOldOnes() {
        Desk desk = running(caps(9, "1000", 2));
        List<PermitGranted> old = desk.inHand();
        desk.hears(Told.set(TradingState.HALTED));

        List<Message> active = desk.hears(Told.set(TradingState.ACTIVE));
        List<Message> returned = desk.hears(Told.returned(old.getFirst()));

        assertThat(Desk.granted(active)).isEmpty();
        assertThat(Desk.granted(returned)).hasSize(1);
    }

    @Test
    void stoppingRevokesAtOnceAndGrantsNothingAfterwards() {
        Desk desk = running(caps(9, "1000", 2));
        List<PermitGranted> old = desk.inHand();

        List<Message> stopped = desk.hears(Told.stop(RUN));
        List<Message> returned = desk.hears(Told.returned(old.getFirst()));

        assertThat(Desk.revoked(stopped))
                .hasSize(2)
                .extracting(PermitRevoked::reason)
                .containsOnly(RevocationReason.RUN_STOPPED);
        assertThat(Desk.granted(returned)).isEmpty();
    }

    @Test
    void aRunStoppedBeforeItsStartWasReadGetsNothing() {
        Desk desk = Desk.open();
        desk.hears(Told.stop(RUN));

        List<Message> said = desk.hears(Told.started(RUN, "10", caps(9, "1000", 9)));

        assertThat(said).isEmpty();
    }

    @Test
    void anEndedRunKeepsItsReservationsAgainstTheNextOne() {
        Desk desk = running(caps(9, "1000", 2));
        List<PermitGranted> old = desk.inHand();
        desk.hears(Told.stop(RUN));

        List<Message> started = desk.hears(Told.started(NEXT_RUN, "10", caps(9, "1000", 3)));
        List<Message> returned = desk.hears(Told.returned(old.getFirst()));

        assertThat(Desk.granted(started)).hasSize(1);
        assertThat(Desk.granted(returned)).hasSize(1);
    }

    @Test
    void aSuspendedRunGetsNoPermitsUntilItIsResumed() {
        Desk desk = running(caps(9, "1000", 1));
        PermitGranted held = desk.inHand().getFirst();

        List<Message> suspended = desk.hears(Told.suspended(RUN));
        List<Message> returned = desk.hears(Told.returned(held));
        List<Message> resumed = desk.hears(Told.resumed(RUN));

        assertThat(Desk.revoked(suspended)).hasSize(1);
        assertThat(Desk.granted(returned)).isEmpty();
        assertThat(Desk.granted(resumed)).hasSize(1);
    }

    @Test
    void aMissingCredentialStopsGrantsUntilOneIsValidated() {
        Desk desk = running(caps(9, "1000", 1));
        desk.hears(Told.credentialMissing());

        List<Message> returned = desk.hears(Told.returned(desk.granted().getFirst()));
        List<Message> validated = desk.hears(Told.credentialValidated());

        assertThat(Desk.granted(returned)).isEmpty();
        assertThat(Desk.granted(validated)).hasSize(1);
    }

    @Test
    void tighterCapsTakeUnusedPermitsBack() {
        Desk desk = running(caps(9, "1000", 5));

        List<Message> said = desk.hears(Told.applied(RUN, "10", caps(9, "1000", 2)));

        assertThat(Desk.revoked(said)).hasSize(3);
        assertThat(desk.inHand()).hasSize(2);
    }

    @Test
    void anotherQuoteAmountReplacesThePermitsAsTheyComeBack() {
        Desk desk = running(caps(9, "1000", 1));
        PermitGranted old = desk.inHand().getFirst();

        List<Message> applied = desk.hears(Told.applied(RUN, "20", caps(9, "1000", 1)));
        List<Message> returned = desk.hears(Told.returned(old));

        assertThat(Desk.revoked(applied)).hasSize(1);
        assertThat(Desk.granted(returned))
                .singleElement()
                .satisfies(permit -> assertThat(permit.limit()).isEqualTo(Amount.of("20")));
    }

    @Test
    void theSameMessageTwiceChangesNothing() {
        Desk desk = running(caps(9, "1000", 2));
        PermitGranted permit = desk.inHand().getFirst();
        List<Message> story = List.of(
                Told.submitted(permit),
                Told.filled(permit, NOON, "10"),
                Told.suspended(RUN),
                Told.resumed(RUN),
                Told.set(TradingState.HALTED),
                Told.set(TradingState.ACTIVE));
        story.forEach(desk::hears);
        RiskBook before = desk.book;

        List<Message> said =
                story.stream().flatMap(message -> desk.hears(message).stream()).toList();

        assertThat(said).isEmpty();
        assertThat(desk.book).isEqualTo(before);
    }

    private static Desk running(Caps caps) {
        Desk desk = Desk.open();
        desk.hears(Told.started(RUN, "10", caps));
        return desk;
    }
}
