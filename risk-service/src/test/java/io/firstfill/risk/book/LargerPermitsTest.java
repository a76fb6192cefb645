package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.Amount;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves that a permit is granted for a larger amount that a person wants spent on one listing, within every cap. */
class LargerPermitsTest {
    @Test
    void oneLargerPermitIsGrantedForEachListing() {
        RiskEngineFixture engine = running(InputMessages.started(RUN, "10", InputMessages.wide()));

        PublishedEvents first = engine.apply(CapMessages.wanted(1, "25"));
        PublishedEvents second = engine.apply(CapMessages.wanted(2, "15"));

        assertThat(limits(first.granted())).containsExactly("25");
        assertThat(limits(second.granted())).containsExactly("15");
        assertThat(engine.apply(CapMessages.wanted(2, "15")).granted()).isEmpty();
    }

    @Test
    void aSmallerAmountNeedsNoPermitOfItsOwn() {
        RiskEngineFixture engine = running(InputMessages.started(RUN, "10", InputMessages.wide()));

        assertThat(engine.apply(CapMessages.wanted(1, "5")).granted()).isEmpty();
    }

    @Test
    void takenBackTheLargerPermitIsRevoked() {
        RiskEngineFixture engine = running(InputMessages.started(RUN, "10", InputMessages.wide()));
        PermitGranted larger =
                engine.apply(CapMessages.wanted(1, "25")).granted().getFirst();

        PublishedEvents back = engine.apply(CapMessages.wanted(1, null));

        assertThat(back.revoked()).extracting(PermitRevoked::permitId).containsExactly(larger.permitId());
    }

    @Test
    void smallerPermitsGiveWayWhereTheCapsHaveRoomForOneOfBoth() {
        RiskEngineFixture engine = running(InputMessages.started(RUN, "10", caps(100, "50", 9)));

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
        RiskEngineFixture engine = running(InputMessages.started(RUN, "10", caps(100, "50", 9)));

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

    private static RiskEngineFixture running(RunStarted started) {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(started);
        return engine;
    }

    private static List<String> limits(List<PermitGranted> permits) {
        return permits.stream().map(permit -> permit.limit().toString()).toList();
    }
}
