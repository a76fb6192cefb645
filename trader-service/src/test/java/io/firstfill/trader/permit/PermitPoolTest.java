package io.firstfill.trader.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** SC-004: proves that the trader uses a permit at most once, never after its expiry and never above its limit. */
class PermitPoolTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final RunId RUN = RunId.derivedFrom("run");
    private static final Amount FIFTY = Amount.of("50");

    private final PermitPool pool = new PermitPool();

    @Test
    void thePermitThatLastsLongestIsTakenAndOnlyOnce() {
        pool.granted(permit("short", "50", 180));
        pool.granted(permit("long", "50", 300));

        assertThat(take().id()).isEqualTo(PermitId.derivedFrom("long"));
        assertThat(take().id()).isEqualTo(PermitId.derivedFrom("short"));
        assertThat(pool.best(RUN, FIFTY, NOW)).isEmpty();
    }

    @Test
    void aGrantReplayedAfterItsUseAllowsNoSecondBuy() {
        pool.granted(permit("one", "50", 300));
        take();
        pool.gone(PermitId.derivedFrom("two"), NOW);

        pool.granted(permit("one", "50", 300));
        pool.granted(permit("two", "50", 300));

        assertThat(pool.best(RUN, FIFTY, NOW)).isEmpty();
    }

    @Test
    void aPermitIsUsedOnlyWithinItsAmountItsTimeAndItsRun() {
        pool.granted(permit("one", "49.99", 300));
        pool.granted(permit("two", "50", 30));

        assertThat(pool.best(RUN, FIFTY, NOW.plusSeconds(31))).isEmpty();
        assertThat(pool.best(RunId.derivedFrom("other"), Amount.of("1"), NOW)).isEmpty();
        assertThat(pool.largest(RUN)).contains(FIFTY);
    }

    @Test
    void aRevokedPermitIsNotUsedAndIsReturnedOnce() {
        pool.granted(permit("one", "50", 300));

        pool.revoked(PermitId.derivedFrom("one"), NOW);

        assertThat(pool.best(RUN, FIFTY, NOW)).isEmpty();
        assertThat(pool.revoked()).hasSize(1);
        pool.gone(PermitId.derivedFrom("one"), NOW);
        assertThat(pool.revoked()).isEmpty();
    }

    @Test
    void aPermitNearItsExpiryLapses() {
        pool.granted(permit("one", "50", 119));
        pool.granted(permit("two", "50", 121));

        assertThat(pool.lapsed(NOW, Duration.ofMinutes(2)))
                .extracting(Permit::id)
                .containsExactly(PermitId.derivedFrom("one"));
    }

    /** Takes the best permit, and marks it used. */
    private Permit take() {
        Permit best = pool.best(RUN, FIFTY, NOW).orElseThrow();
        pool.gone(best.id(), NOW);
        return best;
    }

    private static PermitGranted permit(String name, String limit, int seconds) {
        return new PermitGranted(
                Meta.first(MessageId.derivedFrom(name), NOW),
                EnvironmentId.of("paper"),
                RUN,
                PermitId.derivedFrom(name),
                Amount.of(limit),
                NOW.plusSeconds(seconds));
    }
}
