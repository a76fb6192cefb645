package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static io.firstfill.risk.book.GuardrailsTest.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Proves what the reports and warnings say of the use of caps, and that a permit lent to the trader is not used. */
class CapUseTest {
    @Test
    void aWarningComesAtEightyPercentAndEndsBelow() {
        RiskEngineFixture engine = running(5, "1000");
        PublishedEvents third = buys(engine, 3);
        PublishedEvents fourth = buys(engine, 1);
        PublishedEvents fifth = buys(engine, 1);

        PublishedEvents hourLater = engine.advance(Duration.ofHours(1));

        assertThat(near(third)).isEmpty();
        assertThat(near(fourth)).singleElement().satisfies(alert -> {
            assertThat(alert).isInstanceOf(AlertRaised.class);
            assertThat(((AlertRaised) alert).summary()).contains("used=4 limit=5");
        });
        assertThat(near(fifth)).as("it is open already").isEmpty();
        assertThat(near(hourLater)).singleElement().isInstanceOf(AlertCleared.class);
    }

    @Test
    void aWarningIsSaidOnceAndRestatedWithTheAlertsThatHold() {
        RiskEngineFixture engine = running(5, "1000");
        buys(engine, 4);

        PublishedEvents later = engine.advance(Duration.ofMinutes(10));

        assertThat(near(later)).isEmpty();
        assertThat(near(engine.restate())).hasSize(1);
    }

    /** Below level 3 the two kinds are written as one, and readers tell alerts apart by kind and subject. */
    @Test
    void theEndOfOneAlertEndsNoOtherWhereTheirKindsAreOne() {
        RiskEngineFixture engine = running(5, "1000");
        List<AlertEvent> alerts = new ArrayList<>();
        for (int buy = 0; buy < 5; buy++) {
            alerts.addAll(buys(engine, 1).of(AlertEvent.class));
        }

        Set<String> open = new HashSet<>();
        for (AlertEvent alert : alerts) {
            boolean isNew = alert instanceof AlertRaised ? open.add(alert.subject()) : open.remove(alert.subject());
            assertThat(isNew).as("%s", alert).isTrue();
        }
        assertThat(open).containsExactlyInAnyOrder("TRADES_PER_HOUR", "TRADES_PER_HOUR near");
    }

    @Test
    void everyCapIsReportedAtEveryLevelWithoutThePermitsThatLieUnused() {
        RiskEngineFixture engine = new RiskEngineFixture(only(Cap.TRADES_PER_HOUR, "50"));
        engine.openEnvironment();
        engine.apply(CapMessages.guardrails(0, only(Cap.TRADES_PER_HOUR, "20")));
        engine.apply(InputMessages.started(RUN, "10", caps(10, "100", 5)));
        buys(engine, 2);

        CapsReported report = engine.report();

        assertThat(report.runId()).isEqualTo(RUN);
        assertThat(report.guardrailsVersion()).isEqualTo(1);
        assertThat(report.guardrails()).isEqualTo(only(Cap.TRADES_PER_HOUR, "20"));
        assertThat(report.uses())
                .containsExactly(
                        use(Cap.TRADES_PER_HOUR, CapLevel.DEPLOYMENT, "2", "50"),
                        use(Cap.TRADES_PER_HOUR, CapLevel.ENVIRONMENT, "2", "20"),
                        use(Cap.TRADES_PER_HOUR, CapLevel.RUN, "2", "10"),
                        use(Cap.SPEND, CapLevel.RUN, "20", "100"),
                        use(Cap.CONCURRENT_LISTINGS, CapLevel.RUN, "0", "5"));
    }

    @Test
    void permitsThatAHaltRevokedAreNoUseOfACapAndTakeRoomUntilTheyAreReturned() {
        RiskEngineFixture engine = running(5, "1000");
        PermitGranted armed = engine.usablePermits().getFirst();
        engine.apply(InputMessages.armed(armed));

        PublishedEvents halted = engine.apply(InputMessages.set(TradingState.HALTED));

        assertThat(near(halted)).as("nothing was bought").isEmpty();
        assertThat(trades(engine))
                .isEqualTo(new CapUse(Cap.TRADES_PER_HOUR, CapLevel.RUN, "0", "5", false, true, null, "5"));
        assertThat(engine.usage().tradesInHour()).as("for granting").isEqualTo(5);

        engine.granted().forEach(permit -> engine.apply(InputMessages.returned(permit)));
        assertThat(trades(engine)).isEqualTo(use(Cap.TRADES_PER_HOUR, CapLevel.RUN, "0", "5"));
    }

    @Test
    void aSubmittedBuyIsUsedAlsoAfterAHalt() {
        RiskEngineFixture engine = running(5, "1000");
        engine.apply(InputMessages.submitted(engine.usablePermits().getFirst()));

        engine.apply(InputMessages.set(TradingState.HALTED));

        assertThat(trades(engine).used()).isEqualTo("1");
        assertThat(trades(engine).unreturned()).isEqualTo("4");
    }

    private static CapUse trades(RiskEngineFixture engine) {
        return engine.report().uses().getFirst();
    }

    @Test
    void withoutARunTheLevelsAboveItAreReported() {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(CapMessages.guardrails(0, only(Cap.SPEND, "100")));
        engine.apply(InputMessages.started(RUN, "10", caps(10, "100", 5)));
        buys(engine, 2);
        engine.apply(InputMessages.stop(RUN));

        CapsReported report = engine.report();

        assertThat(report.runId()).isNull();
        assertThat(report.uses()).containsExactly(use(Cap.SPEND, CapLevel.ENVIRONMENT, "0", "100"));
    }

    @Test
    void aReportFollowsAChangeOrAnHourAndNothingElse() {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(CapMessages.guardrails(0, only(Cap.OPEN_POSITIONS, "4")));
        CapsReported first = engine.report();

        engine.advance(Duration.ofMinutes(59));
        List<CapsReported> unchanged = engine.report(first);
        engine.advance(Duration.ofMinutes(1));
        List<CapsReported> hourly = engine.report(first);
        engine.apply(CapMessages.guardrails(1, only(Cap.OPEN_POSITIONS, "3")));
        List<CapsReported> changed = engine.report(hourly.getFirst());

        assertThat(unchanged).isEmpty();
        assertThat(hourly).hasSize(1);
        assertThat(changed).hasSize(1);
    }

    private static CapUse use(Cap cap, CapLevel level, String used, String limit) {
        return new CapUse(cap, level, used, limit, false, false, null);
    }

    private static RiskEngineFixture running(int trades, String spend) {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(InputMessages.started(RUN, "10", caps(trades, spend, 9)));
        return engine;
    }

    private static PublishedEvents buys(RiskEngineFixture engine, int number) {
        List<Message> all = new ArrayList<>();
        for (int buy = 0; buy < number; buy++) {
            PermitGranted permit = engine.usablePermits().getFirst();
            all.addAll(engine.apply(InputMessages.submitted(permit)).all());
            all.addAll(
                    engine.apply(InputMessages.filled(permit, engine.now, "10")).all());
        }
        return new PublishedEvents(all);
    }

    private static List<AlertEvent> near(PublishedEvents published) {
        return published.of(AlertEvent.class).stream()
                .filter(alert -> alert.kind() == AlertKind.CAP_NEAR)
                .toList();
    }
}
