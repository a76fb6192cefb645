package io.firstfill.risk.scenario;

import static io.firstfill.risk.CapMessages.only;
import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.PAPER;
import static io.firstfill.risk.InputMessages.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.command.ResetBreaker;
import io.firstfill.contract.command.SetGuardrails;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.run.reason.GuardrailsRejection;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import io.firstfill.risk.book.PublishedEvents;
import io.firstfill.risk.book.RiskEngineFixture;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Proves that a command that loosens is not obeyed after its deadline, and that one that was obeyed stays so. */
class DeadlinesTest {
    private static final Instant DEADLINE = NOON.plusSeconds(2);

    private final RiskEngineFixture engine = RiskEngineFixture.open();

    @Test
    void activeIsNotSetAfterTheDeadlineAndHaltedIsWheneverItIsRead() {
        engine.apply(InputMessages.set(TradingState.HALTED));
        engine.advance(Duration.ofMillis(2_001));

        PublishedEvents late = engine.apply(active(DEADLINE));
        assertThat(late.all()).isEmpty();
        assertThat(engine.book.tradingState()).isEqualTo(TradingState.HALTED);

        assertThat(engine.apply(active(engine.now)).of(TradingStateChanged.class))
                .hasSize(1);
        SetTradingState halt = halted(DEADLINE);
        assertThat(engine.apply(halt).of(TradingStateChanged.class)).hasSize(1);
        assertThat(engine.book.tradingState()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void guardrailsAreNotChangedAfterTheDeadlineOfTheirCommand() {
        engine.advance(Duration.ofSeconds(3));

        PublishedEvents late = engine.apply(guardrails(DEADLINE));

        assertThat(late.of(GuardrailsChanged.class)).isEmpty();
        assertThat(late.of(GuardrailsRejected.class))
                .extracting(GuardrailsRejected::reason)
                .containsExactly(GuardrailsRejection.EXPIRED);
        assertThat(engine.book.limits().version()).isZero();
    }

    @Test
    void whatWasObeyedInTimeIsNotTakenBackWhenItIsReadAgainLater() {
        SetGuardrails command = guardrails(DEADLINE);
        engine.apply(command);
        engine.advance(Duration.ofMinutes(1));

        PublishedEvents again = engine.apply(command);

        assertThat(again.all()).isEmpty();
        assertThat(engine.book.limits().version()).isEqualTo(1);
    }

    @Test
    void aBreakerIsNotResetAfterTheDeadlineOfTheCommand() {
        engine.apply(CapMessages.guardrails(0, only(Cap.CONSECUTIVE_FAILURES, "1")));
        engine.apply(InputMessages.started(RUN, "10", InputMessages.wide()));
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));
        engine.apply(CapMessages.rejected(permit, Rejection.TERMINAL));
        engine.advance(Duration.ofSeconds(3));

        PublishedEvents late = engine.apply(reset(DEADLINE));

        assertThat(late.of(GuardrailsRejected.class))
                .extracting(GuardrailsRejected::reason)
                .containsExactly(GuardrailsRejection.EXPIRED);
        assertThat(engine.book.exposure().breakers().tripped()).hasSize(1);
        engine.apply(reset(engine.now));
        assertThat(engine.book.exposure().breakers().tripped()).isEmpty();
    }

    private static SetTradingState active(Instant deadline) {
        SetTradingState any = InputMessages.set(TradingState.ACTIVE);
        return new SetTradingState(any.meta(), PAPER, any.issuedBy(), any.state(), any.reason(), deadline);
    }

    private static SetTradingState halted(Instant deadline) {
        SetTradingState any = InputMessages.set(TradingState.HALTED);
        return new SetTradingState(any.meta(), PAPER, any.issuedBy(), any.state(), any.reason(), deadline);
    }

    private static SetGuardrails guardrails(Instant deadline) {
        SetGuardrails any = CapMessages.guardrails(0, only(Cap.SPEND, "100"));
        return new SetGuardrails(any.meta(), PAPER, any.issuedBy(), 0, any.guardrails(), any.reason(), deadline);
    }

    private static ResetBreaker reset(Instant deadline) {
        ResetBreaker any = CapMessages.reset(Cap.CONSECUTIVE_FAILURES);
        return new ResetBreaker(any.meta(), PAPER, any.issuedBy(), any.cap(), any.reason(), deadline);
    }
}
