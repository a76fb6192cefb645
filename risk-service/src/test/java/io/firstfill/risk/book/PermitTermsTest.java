package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.permit.RevocationReason;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.Amount;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves that a configuration with tighter caps, applied to a running run, revokes at once what no longer fits, and
 * that a permit is granted for a larger amount that a person wants spent on one listing, within every cap.
 */
class PermitTermsTest {
    @Test
    void oneLargerPermitIsGrantedForEachListing() {
        RiskEngineFixture engine = runningWith(InputMessages.started(RUN, "10", InputMessages.wide()));

        PublishedEvents first = engine.apply(CapMessages.wanted(1, "25"));
        PublishedEvents second = engine.apply(CapMessages.wanted(2, "15"));

        assertThat(limits(first.granted())).containsExactly("25");
        assertThat(limits(second.granted())).containsExactly("15");
        assertThat(engine.apply(CapMessages.wanted(2, "15")).granted()).isEmpty();
    }

    @Test
    void aSmallerAmountNeedsNoPermitOfItsOwn() {
        RiskEngineFixture engine = runningWith(InputMessages.started(RUN, "10", InputMessages.wide()));

        assertThat(engine.apply(CapMessages.wanted(1, "5")).granted()).isEmpty();
    }

    @Test
    void takenBackTheLargerPermitIsRevoked() {
        RiskEngineFixture engine = runningWith(InputMessages.started(RUN, "10", InputMessages.wide()));
        PermitGranted larger =
                engine.apply(CapMessages.wanted(1, "25")).granted().getFirst();

        PublishedEvents back = engine.apply(CapMessages.wanted(1, null));

        assertThat(back.revoked()).extracting(PermitRevoked::permitId).containsExactly(larger.permitId());
    }

    @Test
    void smallerPermitsGiveWayWhereTheCapsHaveRoomForOneOfBoth() {
        RiskEngineFixture engine = runningWith(InputMessages.started(RUN, "10", caps(100, "50", 9)));

        PublishedEvents wanted = engine.apply(CapMessages.wanted(1, "25"));
        assertThat(wanted.granted()).isEmpty();
        List<PermitGranted> granted = engine.granted();
        List<PermitGranted> returned = granted.stream()
                .filter(permit -> wanted.revoked().stream()
                        .anyMatch(revoked -> revoked.permitId().equals(permit.permitId())))
                .toList();
        assertThat(returned).hasSize(3);
        returned.forEach(permit -> engine.apply(InputMessages.returned(permit)));

        assertThat(limits(engine.usablePermits())).containsExactlyInAnyOrder("10", "10", "25");
        assertThat(engine.usage().spend()).isEqualTo(Amount.of("45"));
    }

    @Test
    void whatNoCapHasRoomForTakesNothingFromTheOthers() {
        RiskEngineFixture engine = runningWith(InputMessages.started(RUN, "10", caps(100, "50", 9)));

        PublishedEvents wanted = engine.apply(CapMessages.wanted(1, "60"));

        assertThat(wanted.revoked()).isEmpty();
        assertThat(engine.usablePermits()).hasSize(5);
    }

    @Test
    void theAmountOutlastsARestartAndHoldsForTheNextRun() {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(CapMessages.wanted(1, "25"));
        engine.restartFromStore(Duration.ofSeconds(5));

        PublishedEvents started = engine.apply(InputMessages.started(RUN, "10", InputMessages.wide()));

        assertThat(limits(started.granted())).contains("25");
    }

    private static RiskEngineFixture runningWith(RunStarted started) {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(started);
        return engine;
    }

    private static List<String> limits(List<PermitGranted> permits) {
        return permits.stream().map(permit -> permit.limit().toString()).toList();
    }

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
