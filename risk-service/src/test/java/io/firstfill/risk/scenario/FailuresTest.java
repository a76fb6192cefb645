package io.firstfill.risk.scenario;

import static io.firstfill.risk.CapMessages.only;
import static io.firstfill.risk.InputMessages.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import io.firstfill.risk.SecondAttempt;
import io.firstfill.risk.book.RiskEngineFixture;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves which listings count as failed, of those with several attempts too: the breaker trips at the first one. */
class FailuresTest {
    private final RiskEngineFixture engine = RiskEngineFixture.open();

    @BeforeEach
    void oneFailureTrips() {
        engine.apply(CapMessages.guardrails(0, only(Cap.CONSECUTIVE_FAILURES, "1")));
        engine.apply(InputMessages.started(RUN, "10", InputMessages.wide()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aListingThatItsFallbackBuysIsNoFailure(boolean refused) {
        SecondAttempt second = followed(refused);
        assertThat(tripped()).as("while the fallback follows").isFalse();
        assertThat(engine.usablePermits()).contains(second.permit());

        engine.apply(second.submitted());
        engine.advance(Duration.ofMinutes(10));
        engine.apply(second.filled("10"));

        assertThat(tripped()).isFalse();
        assertThat(engine.usage().failures()).isZero();
    }

    @Test
    void aListingWhoseFallbackFailsIsOneFailure() {
        SecondAttempt second = followed(true);
        engine.apply(second.submitted());

        engine.apply(second.rejected());

        assertThat(engine.usage().failures()).isEqualTo(1);
        assertThat(tripped()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(DenialReason.class)
    void aFallbackThatIsDeniedIsAFailureUnlessAPersonOrAWithdrawalEndedTheListing(DenialReason reason) {
        SecondAttempt second = followed(true);

        engine.apply(second.denied(reason));

        assertThat(tripped())
                .isEqualTo(
                        switch (reason) {
                            case RUN_NOT_ACTIVE, TRADING_STATE, NOT_WANTED, LEFT_ALONE, LISTING_WITHDRAWN -> false;
                            default -> true;
                        });
        engine.advance(Duration.ofMinutes(10));
        assertThat(engine.usage().failures()).isEqualTo(tripped() ? 1 : 0);
    }

    @Test
    void aFallbackOfWhichNothingIsReadWithinFiveMinutesIsAFailureAlsoAfterARestart() {
        followed(true);

        engine.advance(Duration.ofMinutes(4));
        assertThat(tripped()).isFalse();
        engine.restartFromStore(Duration.ofMinutes(1));
        assertThat(tripped())
                .as("what passed while risk was down is not counted")
                .isFalse();
        engine.advance(Duration.ofSeconds(75));

        assertThat(tripped()).isTrue();
    }

    @Test
    void anOrderThatTheExchangeHasNeverTakenIsAFailure() {
        PermitGranted permit = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(permit));

        engine.apply(SecondAttempt.absent(permit));

        assertThat(tripped()).isTrue();
    }

    @Test
    void aBuyThatWasSubmittedAndNeverSentIsAFailureAndOneThatWasNeverArmedIsNone() {
        PermitGranted permit = engine.usablePermits().getFirst();

        engine.apply(SecondAttempt.denied(permit, DenialReason.NOT_SENT));
        assertThat(tripped()).isFalse();

        engine.apply(InputMessages.submitted(permit));
        engine.apply(SecondAttempt.denied(permit, DenialReason.NOT_SENT));
        assertThat(tripped()).isTrue();
    }

    /** The first attempt of a listing fails, and the trader states that another one follows. */
    private SecondAttempt followed(boolean refused) {
        PermitGranted first = engine.usablePermits().getFirst();
        engine.apply(InputMessages.submitted(first));
        engine.apply(
                refused
                        ? CapMessages.rejected(first, Rejection.STYLE_REFUSED).followed()
                        : InputMessages.canceled(first, InputMessages.NOON, "0").followed());
        engine.apply(InputMessages.returned(first));
        return new SecondAttempt(first, engine.usablePermits().getFirst());
    }

    private boolean tripped() {
        return !engine.book.exposure().breakers().tripped().isEmpty();
    }
}
