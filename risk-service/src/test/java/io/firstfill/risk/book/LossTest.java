package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.book.GuardrailsTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Proves what is a realised loss of the day, and when it trips its circuit breaker. */
class LossTest {
    @Test
    void feesAreTheLossOfTheirDayAndTripAtTheLimit() {
        RiskEngineFixture engine = running(only(Cap.LOSS_PER_DAY, "0.02"));

        payFee(engine, "999", "1", "10");
        Amount first = engine.usage().lossOnDay();
        boolean early = tripped(engine);
        payFee(engine, "999", "1", "10");

        assertThat(first).isEqualTo(Amount.of("0.01"));
        assertThat(early).isFalse();
        assertThat(tripped(engine)).isTrue();
    }

    @Test
    void theLossOfADayEndsWithItButATrippedBreakerDoesNot() {
        RiskEngineFixture below = running(only(Cap.LOSS_PER_DAY, "0.02"));
        payFee(below, "999", "1", "10");
        RiskEngineFixture at = running(only(Cap.LOSS_PER_DAY, "0.01"));
        payFee(at, "999", "1", "10");

        below.advance(Duration.ofHours(12));
        at.advance(Duration.ofHours(12));

        assertThat(below.usage().lossOnDay()).isEqualTo(Amount.ZERO);
        assertThat(at.usage().lossOnDay()).isEqualTo(Amount.ZERO);
        assertThat(tripped(at)).isTrue();
    }

    @Test
    void aLossThatWasResetDoesNotTripAgain() {
        RiskEngineFixture engine = running(only(Cap.LOSS_PER_DAY, "0.01"));
        payFee(engine, "999", "1", "10");

        engine.apply(CapMessages.reset(Cap.LOSS_PER_DAY));

        assertThat(tripped(engine)).isFalse();
        assertThat(engine.usage().lossOnDay()).isEqualTo(Amount.ZERO);
    }

    @Test
    void aClosedPositionRealisesItsLossAndCountsItsFeeOnce() {
        RiskEngineFixture engine = running(only(Cap.LOSS_PER_DAY, "100"));
        PermitGranted lost = payFee(engine, "999", "1", "10");
        PermitGranted gained = payFee(engine, "999", "1", "10");

        engine.apply(CapMessages.closed(lost, NOON, "4"));
        Amount loss = engine.usage().lossOnDay();
        engine.apply(CapMessages.closed(gained, NOON, "15"));

        assertThat(loss).as("6, and the fee of the other").isEqualTo(Amount.of("6.01"));
        assertThat(engine.usage().lossOnDay()).as("6 less 5").isEqualTo(Amount.of("1"));
    }

    private static RiskEngineFixture running(Guardrails guardrails) {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(CapMessages.guardrails(0, guardrails));
        engine.apply(InputMessages.started(RUN, "10", InputMessages.wide()));
        return engine;
    }

    private static PermitGranted payFee(RiskEngineFixture engine, String quantity, String fee, String cost) {
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));
        engine.apply(InputMessages.filled(permit, engine.now, cost));
        engine.apply(CapMessages.fee(permit, engine.now, quantity, fee, cost));
        return permit;
    }

    private static boolean tripped(RiskEngineFixture engine) {
        return !engine.book.exposure().breakers().tripped().isEmpty();
    }
}
