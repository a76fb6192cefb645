package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.value.Amount;
import io.firstfill.risk.InputMessages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a configuration with tighter caps, applied to a running run, revokes at once what no longer fits. */
class TightenedTermsTest {
    @Test
    void anArmedBuyThatNoLongerFitsIsRevoked() {
        RiskEngineFixture engine = running("10");
        List<PermitGranted> armed = arm(engine, 5);

        PublishedEvents applied = engine.apply(InputMessages.applied(RUN, "10", caps(9, "1000", 2)));

        assertThat(applied.revoked())
                .extracting(PermitRevoked::permitId)
                .containsExactly(
                        armed.get(4).permitId(),
                        armed.get(3).permitId(),
                        armed.get(2).permitId());
        assertThat(applied.revoked())
                .extracting(PermitRevoked::reason)
                .containsOnly(RevocationReason.CONFIGURATION_CHANGED);
    }

    @Test
    void anUnusedPermitIsRevokedBeforeAnArmedOne() {
        RiskEngineFixture engine = running("10");
        List<PermitGranted> armed = arm(engine, 2);

        PublishedEvents applied = engine.apply(InputMessages.applied(RUN, "10", caps(9, "1000", 2)));

        assertThat(applied.revoked())
                .hasSize(3)
                .extracting(PermitRevoked::permitId)
                .doesNotContainAnyElementsOf(
                        armed.stream().map(PermitGranted::permitId).toList());
    }

    @Test
    void anArmedBuyOfMoreThanTheNewAmountIsRevokedAndOneOfLessIsKept() {
        RiskEngineFixture dearer = running("10");
        arm(dearer, 1);
        RiskEngineFixture cheaper = running("10");
        arm(cheaper, 1);

        PublishedEvents less = dearer.apply(InputMessages.applied(RUN, "5", caps(1, "1000", 1)));
        PublishedEvents more = cheaper.apply(InputMessages.applied(RUN, "20", caps(9, "1000", 9)));

        assertThat(less.revoked()).as("four unused, one armed").hasSize(5);
        assertThat(more.revoked()).as("four unused").hasSize(4);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void whatMayStillBeBoughtAlwaysFitsTheNewCapsAtOnce(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            RiskEngineFixture engine = running("10");
            arm(engine, random.nextInt(6));
            int trades = 1 + random.nextInt(6);
            int spend = 1 + random.nextInt(60);
            int listings = 1 + random.nextInt(6);
            String amount = random.nextInt(3) == 0 ? "7" : "10";

            engine.apply(InputMessages.applied(RUN, amount, caps(trades, Integer.toString(spend), listings)));

            List<Reservation> live = engine.book.reservations().stream()
                    .filter(each -> !each.isRevoked())
                    .toList();
            String when = "seed " + seed + " round " + round;
            assertThat(live.size()).as(when).isLessThanOrEqualTo(Math.min(trades, listings));
            assertThat(live.stream().map(each -> each.limit().value()).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(when)
                    .isLessThanOrEqualTo(BigDecimal.valueOf(spend));
            assertThat(live).as(when).noneMatch(each -> each.limit().exceeds(Amount.of(amount)));
        }
    }

    private static RiskEngineFixture running(String amount) {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(InputMessages.started(RUN, amount, caps(9, "1000", 9)));
        return engine;
    }

    /** Arms the first permits of the pool; the pool is filled up again only as far as it is empty. */
    private static List<PermitGranted> arm(RiskEngineFixture engine, int number) {
        engine.apply(InputMessages.applied(RUN, "10", caps(5, "1000", 5)));
        List<PermitGranted> armed = engine.usablePermits().subList(0, number);
        armed.forEach(permit -> engine.apply(InputMessages.armed(permit)));
        return armed;
    }
}
