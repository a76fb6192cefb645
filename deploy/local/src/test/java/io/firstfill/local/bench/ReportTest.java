package io.firstfill.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.local.bench.Outcome.Arrival;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final long OPEN = 1_000_000_000_000_000L;
    private static final Arrival TOO_EARLY = new Arrival(OPEN - 500, -500, 30001, null);
    private static final SequencedMap<String, String> KNOWN = new LinkedHashMap<>(Map.of("seed", "1"));

    @Test
    void aListingThatWasNotBoughtIsNamedWithItsReasonAndSpoilsThePercentiles() {
        // Given 199 bought after 1 ms and one denied
        List<Outcome> outcomes = new ArrayList<>(many(Phase.EXACT, 199, 1_000));
        outcomes.add(outcome(Phase.EXACT, 199, "DENIED NO_PERMIT none held", List.of(), Map.of()));

        // When
        String report = report(outcomes, List.of());

        // Then
        assertThat(report)
                .contains("| (a) exactly at T, median | 2.00 | 1.00 | PASS |")
                .contains("| (a) exactly at T, p99 | 15.00 | 1.00 | PASS |")
                .contains("| exactly at T | 200 | 1.00 | 1.00 | 1.00 | – |")
                .contains("EXACT199/USDT (exactly at T): DENIED NO_PERMIT none held; 0 requests reached the exchange");
    }

    @Test
    void aListingBoughtTwiceIsAFailure() {
        Outcome twice = outcome(Phase.EXACT, 0, "FILLED", List.of(taken(900), taken(2_000)), Map.of());

        String report = report(List.of(twice), List.of());

        assertThat(report)
                .contains("| (a) exactly at T, median | 2.00 | – | FAIL, but only 1 of 200 samples |")
                .contains("EXACT0/USDT (exactly at T): FILLED; 2 requests reached the exchange");
    }

    @Test
    void firstRequestsThatCameTooEarlyAreCountedAndToldApart() {
        // Given one whose first request was refused, and one taken at once
        List<Outcome> outcomes = List.of(
                outcome(Phase.LATE, 0, "FILLED", List.of(TOO_EARLY, TOO_EARLY, taken(6_000)), Map.of()),
                outcome(Phase.LATE, 1, "FILLED", List.of(taken(400)), Map.of()));

        String report = report(outcomes, List.of());

        assertThat(report)
                .contains("| 0 to 40 ms late | 2 | 1 (50 %) | 2 | 2 |")
                .contains("| 0 to 40 ms late, first request taken | 1 | 0.40 |")
                .contains("| 0 to 40 ms late, taken after refusals | 1 | 6.00 |");
    }

    @Test
    void theWayThroughOurServicesIsJudgedAgainstTwiceTheFloorOfTheSameRun() {
        // Given 3 ms from signal to wire, 2 ms of them until durable, and a floor of 1 + 0.4 ms
        Map<Step, Long> steps = Map.of(
                Step.SIGNALED, OPEN,
                Step.CONSUMED, OPEN + 700,
                Step.DURABLE, OPEN + 2_700,
                Step.WRITTEN, OPEN + 3_000);
        List<Outcome> outcomes = List.of(outcome(Phase.SURPRISE, 0, "FILLED", List.of(taken(200_000)), steps));
        List<FloorSample> floor = List.of(new FloorSample(OPEN, 1_000, 900, 400, 1_200));

        String report = report(outcomes, floor);

        assertThat(report)
                .contains("against twice the floor | 2.80 | 3.00 | FAIL")
                .contains("| signal published → written | 1 | 3.00 | 3.00 | 3.00 | 3.00 |")
                .contains("Longest at the median: consumed → OrderSubmitted durable (66 % of the whole).")
                .contains("| floor: hop + POST written | 1.40 | 2.14 times that |")
                .contains("| with durability: hop + append + POST written | 2.30 | 1.30 times that |");
    }

    @Test
    void theSamplesHoldEverythingTheReportRestsOn() {
        Map<Step, Long> steps = Map.of(Step.TRUE_OPEN, OPEN, Step.RECEIVED, OPEN + 400);
        Results results = new Results(
                List.of(outcome(Phase.LATE, 1, "FILLED \"so\"", List.of(TOO_EARLY, taken(400)), steps)),
                List.of(new FloorSample(OPEN, 1, 2, 3, 4)));

        assertThat(Samples.listings(results))
                .containsExactly(
                        "phase,symbol,result,announced_open,delay,requests,refused,first_after_open,taken_after_open,true_open,"
                                + "opening,detected,signaled,consumed,fired,durable,written,received,answered,filled",
                        "LATE,LATE1USDT,\"FILLED \"\"so\"\"\",0,0,2,1,-500,400,1000000000000000,,,,,,,,1000000000000400,,");
        assertThat(Samples.floor(results))
                .containsExactly("at,hop,append,post_written,post_answered", "1000000000000000,1,2,3,4");
    }

    private static String report(List<Outcome> outcomes, List<FloorSample> floor) {
        return Report.of(new Conditions(KNOWN, Optional.empty()), new Results(outcomes, floor), "`s.csv`");
    }

    private static List<Outcome> many(Phase phase, int count, long lag) {
        Outcome[] outcomes = new Outcome[count];
        Arrays.setAll(outcomes, i -> outcome(phase, i, "FILLED", List.of(taken(lag)), Map.of()));
        return List.of(outcomes);
    }

    private static Arrival taken(long afterOpen) {
        return new Arrival(OPEN + afterOpen, afterOpen, 200, "C02__1");
    }

    private static Outcome outcome(
            Phase phase, int number, String result, List<Arrival> arrivals, Map<Step, Long> steps) {
        Coming coming = new Coming(phase, phase.name() + number, Instant.EPOCH, Instant.EPOCH, 0);
        return new Outcome(coming, result, arrivals, steps);
    }
}
