package io.firstfill.trader.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.id.RunId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** SC-004 on the trader's side: a permit is used at most once, never too late, never for more than it allows. */
class PermitPoolTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final RunId RUN = RunId.derivedFrom("run");
    private static final Amount FIFTY = Amount.of("50");

    private final PermitPool wallet = new PermitPool();

    @Test
    void thePermitThatLastsLongestIsTakenAndOnlyOnce() {
        wallet.granted(permit("short", "50", 180));
        wallet.granted(permit("long", "50", 300));

        assertThat(take().id()).isEqualTo(PermitId.derivedFrom("long"));
        assertThat(take().id()).isEqualTo(PermitId.derivedFrom("short"));
        assertThat(wallet.take(RUN, FIFTY, NOW, NOW)).isEmpty();
    }

    @Test
    void aGrantReadTwiceOrAfterItsOrderGivesNoSecondBuy() {
        wallet.granted(permit("one", "50", 300));
        take();
        wallet.gone(PermitId.derivedFrom("two"), NOW);

        wallet.granted(permit("one", "50", 300));
        wallet.granted(permit("two", "50", 300));

        assertThat(wallet.take(RUN, FIFTY, NOW, NOW)).isEmpty();
    }

    @Test
    void neitherTheAmountNorTheTimeNorTheRunIsStretched() {
        wallet.granted(permit("one", "49.99", 300));
        wallet.granted(permit("two", "50", 30));

        assertThat(wallet.take(RUN, FIFTY, NOW.plusSeconds(31), NOW)).isEmpty();
        assertThat(wallet.take(RunId.derivedFrom("other"), Amount.of("1"), NOW, NOW))
                .isEmpty();
        assertThat(wallet.largest(RUN)).contains(FIFTY);
    }

    @Test
    void aRevokedPermitCannotBeTakenAndIsGivenBackOnce() {
        wallet.granted(permit("one", "50", 300));

        wallet.revoked(PermitId.derivedFrom("one"));

        assertThat(wallet.take(RUN, FIFTY, NOW, NOW)).isEmpty();
        assertThat(wallet.takeRevoked(NOW)).hasSize(1);
        assertThat(wallet.takeRevoked(NOW)).isEmpty();
    }

    @Test
    void aPermitNearItsEndLapses() {
        wallet.granted(permit("one", "50", 119));
        wallet.granted(permit("two", "50", 121));

        assertThat(wallet.lapsed(NOW, Duration.ofMinutes(2)))
                .extracting(Permit::id)
                .containsExactly(PermitId.derivedFrom("one"));
    }

    private Permit take() {
        return wallet.take(RUN, FIFTY, NOW, NOW).orElseThrow();
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
