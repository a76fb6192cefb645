package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.run.reason.GuardrailsRejection;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that the guardrails of an environment hold from the command on, beside ceilings and the caps of the run. */
class GuardrailsTest {
    @ParameterizedTest(name = "{0} at {1}: {2} permits")
    @CsvSource({
        "TRADES_PER_HOUR,     2, 2",
        "SPEND,              39, 3",
        "SPEND_PER_DAY,      25, 2",
        "CONCURRENT_LISTINGS, 1, 1",
        "OPEN_POSITIONS,      4, 4"
    })
    void everyCapHoldsAtTheLevelOfTheEnvironmentAndOfTheDeployment(Cap cap, String limit, int permits) {
        RiskEngineFixture environment = RiskEngineFixture.open();
        environment.apply(CapMessages.guardrails(0, only(cap, limit)));
        RiskEngineFixture deployment = new RiskEngineFixture(only(cap, limit));
        deployment.openEnvironment();

        PublishedEvents guarded = environment.apply(InputMessages.started(RUN, "10", InputMessages.wide()));
        PublishedEvents ceiled = deployment.apply(InputMessages.started(RUN, "10", InputMessages.wide()));

        assertThat(guarded.granted()).hasSize(permits);
        assertThat(ceiled.granted()).hasSize(permits);
    }

    @Test
    void theStrictestLevelHoldsAndIsNamed() {
        RiskEngineFixture engine = new RiskEngineFixture(only(Cap.TRADES_PER_HOUR, "3"));
        engine.openEnvironment();
        engine.apply(CapMessages.guardrails(0, only(Cap.TRADES_PER_HOUR, "2")));
        engine.apply(InputMessages.started(RUN, "10", caps(4, "1000", 9)));
        engine.usablePermits().forEach(permit -> engine.apply(InputMessages.submitted(permit)));

        PublishedEvents loosened = engine.apply(CapMessages.guardrails(1, Guardrails.NONE));
        PublishedEvents spent =
                engine.apply(InputMessages.submitted(engine.usablePermits().getFirst()));

        assertThat(loosened.granted()).as("the ceiling of 3 holds now").hasSize(1);
        assertThat(spent.of(CapReached.class)).singleElement().satisfies(reached -> {
            assertThat(reached.level()).isEqualTo(CapLevel.DEPLOYMENT);
            assertThat(reached.limit()).isEqualTo("3");
        });
    }

    @Test
    void tighteningRevokesAtOnceWhatNoLongerFitsAndLooseningGrantsAtOnce() {
        RiskEngineFixture engine = running();

        PublishedEvents tightened = engine.apply(CapMessages.guardrails(0, only(Cap.SPEND_PER_DAY, "20")));
        tightened
                .revoked()
                .forEach(revoked -> engine.apply(InputMessages.returned(permit(engine, revoked.permitId()))));
        PublishedEvents loosened = engine.apply(CapMessages.guardrails(1, only(Cap.SPEND_PER_DAY, "40")));

        assertThat(tightened.revoked()).hasSize(3);
        assertThat(loosened.granted()).hasSize(2);
    }

    @Test
    void aCapWhoseLimitIsRemovedIsClearedWhereItWasReached() {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(CapMessages.guardrails(0, only(Cap.SPEND_PER_DAY, "9")));
        PublishedEvents started = engine.apply(InputMessages.started(RUN, "10", InputMessages.wide()));

        PublishedEvents removed = engine.apply(CapMessages.guardrails(1, Guardrails.NONE));

        assertThat(started.of(CapReached.class)).hasSize(1);
        assertThat(removed.of(CapCleared.class)).extracting(CapCleared::cap).containsExactly(Cap.SPEND_PER_DAY);
    }

    @Test
    void theAnswerNamesVersionsPersonAndReasonAndHasADerivedId() {
        RiskEngineFixture engine = running();
        var command = CapMessages.guardrails(0, only(Cap.OPEN_POSITIONS, "7"));

        PublishedEvents published = engine.apply(command);
        PublishedEvents again = engine.apply(command);

        assertThat(published.of(GuardrailsChanged.class)).singleElement().satisfies(changed -> {
            assertThat(changed.meta().id())
                    .isEqualTo(MessageId.derivedFrom(
                            "GuardrailsChanged", command.meta().id()));
            assertThat(changed.meta().causationId()).isEqualTo(command.meta().id());
            assertThat(changed.version()).isEqualTo(1);
            assertThat(changed.previous()).isEqualTo(Guardrails.NONE);
            assertThat(changed.guardrails()).isEqualTo(only(Cap.OPEN_POSITIONS, "7"));
            assertThat(changed.changedBy()).isEqualTo(command.issuedBy());
            assertThat(changed.reason()).isEqualTo(command.reason());
        });
        assertThat(again.all()).isEmpty();
    }

    @Test
    void aCommandForAnotherVersionChangesNothing() {
        RiskEngineFixture engine = running();
        engine.apply(CapMessages.guardrails(0, only(Cap.OPEN_POSITIONS, "7")));

        PublishedEvents stale = engine.apply(CapMessages.guardrails(0, only(Cap.OPEN_POSITIONS, "1")));

        assertThat(stale.revoked()).isEmpty();
        assertThat(stale.of(GuardrailsRejected.class)).singleElement().satisfies(rejected -> {
            assertThat(rejected.reason()).isEqualTo(GuardrailsRejection.VERSION_CONFLICT);
            assertThat(rejected.currentVersion()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "TRADES_PER_HOUR, 2, 3",
        "SPEND, 30, 30.1",
        "SPEND_PER_DAY, 30, 31",
        "CONCURRENT_LISTINGS, 1, 2",
        "OPEN_POSITIONS, 1, 2",
        "LOSS_PER_DAY, 5, 5.00001",
        "CONSECUTIVE_FAILURES, 1, 2"
    })
    void aLimitAboveTheCeilingIsRefusedAndOneAtTheCeilingIsNot(Cap cap, String ceiling, String above) {
        RiskEngineFixture engine = new RiskEngineFixture(only(cap, ceiling));
        engine.openEnvironment();

        PublishedEvents refused = engine.apply(CapMessages.guardrails(0, only(cap, above)));
        PublishedEvents accepted = engine.apply(CapMessages.guardrails(0, only(cap, ceiling)));

        assertThat(refused.of(GuardrailsRejected.class)).singleElement().satisfies(rejected -> {
            assertThat(rejected.reason()).isEqualTo(GuardrailsRejection.ABOVE_CEILING);
            assertThat(rejected.detail()).contains(cap.name(), above, ceiling);
        });
        assertThat(accepted.of(GuardrailsChanged.class)).hasSize(1);
    }

    @Test
    void guardrailsReadFromTheirTopicAreAdoptedAndTheirCommandIsNotAnsweredAnew() {
        RiskEngineFixture lost = running();
        var first = CapMessages.guardrails(0, only(Cap.OPEN_POSITIONS, "7"));
        GuardrailsChanged changed =
                lost.apply(first).of(GuardrailsChanged.class).getFirst();
        var stale = CapMessages.guardrails(0, only(Cap.OPEN_POSITIONS, "9"));
        GuardrailsRejected rejected =
                lost.apply(stale).of(GuardrailsRejected.class).getFirst();
        RiskEngineFixture engine = RiskEngineFixture.open();

        engine.apply(rejected);
        engine.apply(changed);
        PublishedEvents replayed = engine.apply(first);
        PublishedEvents replayedStale = engine.apply(stale);
        PublishedEvents started = engine.apply(InputMessages.started(RUN, "10", InputMessages.wide()));

        assertThat(replayed.all()).isEmpty();
        assertThat(replayedStale.all()).isEmpty();
        assertThat(engine.book.limits().version()).isEqualTo(1);
        assertThat(started.granted()).hasSize(5);
    }

    @Test
    void guardrailsAreObeyedWhileHaltedAndHoldForTheNextRun() {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(InputMessages.set(TradingState.HALTED));
        engine.apply(CapMessages.guardrails(0, only(Cap.TRADES_PER_HOUR, "1")));
        engine.apply(InputMessages.set(TradingState.ACTIVE));

        PublishedEvents started = engine.apply(InputMessages.started(RUN, "10", InputMessages.wide()));

        assertThat(started.granted()).hasSize(1);
    }

    @Test
    void aConfigurationCannotLoosenWhatAGuardrailHolds() {
        RiskEngineFixture engine = running();
        engine.apply(CapMessages.guardrails(0, only(Cap.TRADES_PER_HOUR, "5")));
        engine.usablePermits().forEach(permit -> engine.apply(InputMessages.submitted(permit)));

        PublishedEvents applied = engine.apply(InputMessages.applied(RUN, "10", InputMessages.wide()));

        assertThat(applied.granted()).isEmpty();
    }

    /** Returns guardrails with one limit. */
    static Guardrails only(Cap cap, String limit) {
        return CapMessages.only(cap, limit);
    }

    private static PermitGranted permit(RiskEngineFixture engine, PermitId id) {
        return engine.granted().stream()
                .filter(permit -> permit.permitId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static RiskEngineFixture running() {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(InputMessages.started(RUN, "10", InputMessages.wide()));
        return engine;
    }
}
