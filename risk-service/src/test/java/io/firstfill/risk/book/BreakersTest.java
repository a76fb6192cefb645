package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.book.GuardrailsTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.cap.CapNumbers;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.run.reason.GuardrailsRejection;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves what trips the circuit breakers, and that only a person resets them. */
class BreakersTest {
    private static final RunId NEXT_RUN = RunId.derivedFrom("next run");

    @Test
    void buysInARowThatFailedStopNewBuysAndRevokeWhatIsUnspent() {
        RiskEngineFixture engine = running(only(Cap.CONSECUTIVE_FAILURES, "2"));
        PermitGranted armed = engine.usablePermits().getLast();
        engine.apply(InputMessages.armed(armed));
        fail(engine);

        PublishedEvents tripped = fail(engine);

        assertThat(tripped.granted()).isEmpty();
        assertThat(engine.usablePermits()).isEmpty();
        assertThat(tripped.revoked()).extracting(PermitRevoked::permitId).contains(armed.permitId());
        assertThat(tripped.revoked()).extracting(PermitRevoked::reason).containsOnly(RevocationReason.BREAKER_TRIPPED);
        assertThat(tripped.of(CapReached.class)).singleElement().satisfies(reached -> {
            assertThat(reached.cap()).isEqualTo(Cap.CONSECUTIVE_FAILURES);
            assertThat(reached.used()).isEqualTo("2");
            assertThat(reached.until()).isNull();
        });
        assertThat(tripped.of(AlertRaised.class))
                .filteredOn(alert -> alert.kind() == AlertKind.CAP_REACHED)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.summary()).contains("until a person resets");
                    assertThat(alert.cap())
                            .isEqualTo(new CapNumbers(Cap.CONSECUTIVE_FAILURES, CapLevel.ENVIRONMENT, "2", "2", null));
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = Rejection.class,
            names = {"TERMINAL", "STYLE_REFUSED", "STOPS_RUN"})
    void aRefusalByTheExchangeIsAFailure(Rejection rejection) {
        RiskEngineFixture engine = running(only(Cap.CONSECUTIVE_FAILURES, "1"));

        reject(engine, rejection);

        assertThat(tripped(engine)).isTrue();
    }

    @Test
    void aPairThatIsNotOpenYetIsNoFailure() {
        RiskEngineFixture engine = running(only(Cap.CONSECUTIVE_FAILURES, "1"));

        reject(engine, Rejection.NOT_OPEN);
        engine.apply(InputMessages.returned(engine.usablePermits().getFirst()));

        assertThat(tripped(engine)).isFalse();
    }

    @Test
    void acceptedThenCancelledWithNothingBoughtIsAFailureAndAPartlyFilledOneIsNot() {
        RiskEngineFixture part = running(only(Cap.CONSECUTIVE_FAILURES, "1"));
        RiskEngineFixture nothing = running(only(Cap.CONSECUTIVE_FAILURES, "1"));

        end(part, "4");
        end(nothing, "0");

        assertThat(tripped(part)).isFalse();
        assertThat(tripped(nothing)).isTrue();
    }

    @Test
    void whatIsBoughtEndsTheRow() {
        RiskEngineFixture engine = running(only(Cap.CONSECUTIVE_FAILURES, "2"));
        fail(engine);
        end(engine, "10");

        fail(engine);

        assertThat(tripped(engine)).isFalse();
        assertThat(engine.usage().failures()).isEqualTo(1);
    }

    @Test
    void furtherAttemptsForOneListingAreOneFailure() {
        RiskEngineFixture engine = running(only(Cap.CONSECUTIVE_FAILURES, "2"));
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));

        engine.apply(CapMessages.rejected(permit, Rejection.STYLE_REFUSED));
        engine.apply(CapMessages.rejected(permit, Rejection.TERMINAL));

        assertThat(engine.usage().failures()).isEqualTo(1);
    }

    @Test
    void aTrippedBreakerOutlastsDaysRunsHaltsAndLooserLimits() {
        RiskEngineFixture engine = running(only(Cap.CONSECUTIVE_FAILURES, "1"));
        fail(engine);

        engine.apply(CapMessages.guardrails(1, Guardrails.NONE));
        engine.apply(InputMessages.set(TradingState.HALTED));
        engine.apply(InputMessages.set(TradingState.ACTIVE));
        PublishedEvents stopped = engine.apply(InputMessages.stop(RUN));
        engine.advance(Duration.ofDays(2));
        PublishedEvents next = engine.apply(InputMessages.started(NEXT_RUN, "10", InputMessages.wide()));
        engine.restart(Duration.ofMinutes(1));

        assertThat(engine.report().uses())
                .as("a person sees what to reset")
                .filteredOn(use -> use.cap() == Cap.CONSECUTIVE_FAILURES)
                .singleElement()
                .satisfies(use -> assertThat(use.reached()).isTrue());
        assertThat(stopped.of(CapCleared.class)).isEmpty();
        assertThat(next.granted()).isEmpty();
        assertThat(next.of(CapReached.class)).extracting(CapReached::runId).containsExactly(NEXT_RUN);
        assertThat(engine.usablePermits()).isEmpty();
    }

    @Test
    void aPersonResetsABreakerAndTheCountBeginsAnew() {
        RiskEngineFixture engine = running(only(Cap.CONSECUTIVE_FAILURES, "2"));
        fail(engine);
        fail(engine).revoked().forEach(revoked -> giveBack(engine, revoked));
        var command = CapMessages.reset(Cap.CONSECUTIVE_FAILURES);

        PublishedEvents reset = engine.apply(command);
        fail(engine);

        assertThat(reset.granted()).hasSize(5);
        assertThat(reset.of(CapCleared.class)).singleElement().satisfies(cleared -> {
            assertThat(cleared.meta().id())
                    .isEqualTo(
                            MessageId.derivedFrom("CapCleared", command.meta().id()));
            assertThat(cleared.meta().causationId()).isEqualTo(command.meta().id());
            assertThat(cleared.resetBy()).isEqualTo(command.issuedBy());
            assertThat(cleared.runId()).isEqualTo(RUN);
        });
        assertThat(reset.of(AlertCleared.class))
                .filteredOn(alert -> alert.kind() == AlertKind.CAP_REACHED)
                .extracting(AlertCleared::subject)
                .containsExactly("CONSECUTIVE_FAILURES");
        assertThat(tripped(engine)).as("one failure since").isFalse();
    }

    @Test
    void aBreakerThatHasNotTrippedIsNotResetAndTheAnswerSaysSo() {
        RiskEngineFixture engine = running(only(Cap.CONSECUTIVE_FAILURES, "2"));
        fail(engine);

        var command = CapMessages.reset(Cap.CONSECUTIVE_FAILURES);
        PublishedEvents reset = engine.apply(command);

        assertThat(reset.all()).singleElement().isInstanceOfSatisfying(GuardrailsRejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(GuardrailsRejection.NOT_TRIPPED);
            assertThat(rejected.meta().causationId()).isEqualTo(command.meta().id());
        });
        assertThat(engine.usage().failures()).isEqualTo(1);
    }

    private static RiskEngineFixture running(Guardrails guardrails) {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(CapMessages.guardrails(0, guardrails));
        engine.apply(InputMessages.started(RUN, "10", InputMessages.wide()));
        return engine;
    }

    private static PublishedEvents fail(RiskEngineFixture engine) {
        return reject(engine, Rejection.TERMINAL);
    }

    private static PublishedEvents reject(RiskEngineFixture engine, Rejection rejection) {
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));
        PublishedEvents rejected = engine.apply(CapMessages.rejected(permit, rejection));
        engine.apply(InputMessages.returned(permit));
        return rejected;
    }

    private static void end(RiskEngineFixture engine, String amount) {
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));
        engine.apply(InputMessages.canceled(permit, NOON, amount));
    }

    private static void giveBack(RiskEngineFixture engine, PermitRevoked revoked) {
        engine.granted().stream()
                .filter(permit -> permit.permitId().equals(revoked.permitId()))
                .forEach(permit -> engine.apply(InputMessages.returned(permit)));
    }

    private static boolean tripped(RiskEngineFixture engine) {
        return !engine.book.exposure().breakers().tripped().isEmpty();
    }
}
