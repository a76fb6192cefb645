package io.firstfill.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.benchmark.floor.FloorSample;
import io.firstfill.benchmark.result.BenchmarkResults;
import io.firstfill.benchmark.result.ListingResult;
import io.firstfill.benchmark.result.ListingResult.Arrival;
import io.firstfill.benchmark.result.TimelinePoint;
import io.firstfill.benchmark.schedule.Phase;
import io.firstfill.benchmark.schedule.PlannedListing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** Proves which figures, verdicts and failures the report shows, and that the raw samples hold what it rests on. */
class ReportTest {
    private static final long OPEN = 1_000_000_000_000_000L;
    private static final Arrival TOO_EARLY = new Arrival(OPEN - 500, -500, 30001, null);
    private static final SequencedMap<String, String> CONDITIONS = new LinkedHashMap<>(Map.of("seed", "1"));

    @Test
    void aListingThatWasNotBoughtIsNamedWithItsReasonAndRanksLast() {
        // Given 199 bought after 1 ms and one denied
        List<ListingResult> results = new ArrayList<>(many(Phase.EXACT, 199, 1_000));
        results.add(result(Phase.EXACT, 199, "DENIED NO_PERMIT none held", List.of(), Map.of()));

        // When
        String report = report(results, List.of());

        // Then
        assertThat(report)
                .contains("| (a) exactly at T, median | 2.00 | 1.00 | PASS |")
                .contains("| (a) exactly at T, p99 | 15.00 | 1.00 | PASS |")
                .contains("| exactly at T | 200 | 1.00 | 1.00 | 1.00 | – |")
                .contains("EXACT199/USDT (exactly at T): DENIED NO_PERMIT none held; 0 requests reached the exchange");
    }

    @Test
    void aListingBoughtTwiceIsAFailure() {
        ListingResult twice = result(Phase.EXACT, 0, "FILLED", List.of(accepted(900), accepted(2_000)), Map.of());

        String report = report(List.of(twice), List.of());

        assertThat(report)
                .contains("| (a) exactly at T, median | 2.00 | – | FAIL, but only 1 of 200 samples |")
                .contains("EXACT0/USDT (exactly at T): FILLED; 2 requests reached the exchange");
    }

    @Test
    void firstRequestsThatCameTooEarlyAreCountedAndReportedApart() {
        // Given one listing whose first request was refused, and one whose first request was accepted
        List<ListingResult> results = List.of(
                result(Phase.LATE, 0, "FILLED", List.of(TOO_EARLY, TOO_EARLY, accepted(6_000)), Map.of()),
                result(Phase.LATE, 1, "FILLED", List.of(accepted(400)), Map.of()));

        String report = report(results, List.of());

        assertThat(report)
                .contains("| 0 to 40 ms late | 2 | 1 (50 %) | 2 | 2 |")
                .contains("| 0 to 40 ms late, first request taken | 1 | 0.40 |")
                .contains("| 0 to 40 ms late, taken after refusals | 1 | 6.00 |");
    }

    @Test
    void theTimeInsideTheServicesIsJudgedAgainstTwiceTheFloorOfTheSameRun() {
        // Given 3 ms from the signal until the request is written, 2 ms of them until durable, and a floor of 1 + 0.4
        // ms
        Map<TimelinePoint, Long> timeline = Map.of(
                TimelinePoint.SIGNALED, OPEN,
                TimelinePoint.CONSUMED, OPEN + 700,
                TimelinePoint.DURABLE, OPEN + 2_700,
                TimelinePoint.WRITTEN, OPEN + 3_000);
        List<ListingResult> results =
                List.of(result(Phase.SURPRISE, 0, "FILLED", List.of(accepted(200_000)), timeline));
        List<FloorSample> floor = List.of(new FloorSample(OPEN, 1_000, 900, 400, 1_200));

        String report = report(results, floor);

        assertThat(report)
                .contains("against twice the floor | 2.80 | 3.00 | FAIL")
                .contains("| signal published → written | 1 | 3.00 | 3.00 | 3.00 | 3.00 |")
                .contains("Longest at the median: consumed → OrderSubmitted durable (66 % of the whole).")
                .contains("| floor: hop + POST written | 1.40 | 2.14 times that |")
                .contains("| with durability: hop + append + POST written | 2.30 | 1.30 times that |");
    }

    @Test
    void theRawSamplesHoldEverythingTheReportRestsOn() {
        Map<TimelinePoint, Long> timeline = Map.of(TimelinePoint.TRUE_OPEN, OPEN, TimelinePoint.RECEIVED, OPEN + 400);
        BenchmarkResults all = new BenchmarkResults(
                List.of(result(Phase.LATE, 1, "FILLED \"so\"", List.of(TOO_EARLY, accepted(400)), timeline)),
                List.of(new FloorSample(OPEN, 1, 2, 3, 4)));

        assertThat(RawSamples.listings(all))
                .containsExactly(
                        "phase,symbol,result,announced_open,delay,requests,refused,first_after_open,taken_after_open,"
                                + "true_open,opening,detected,signaled,consumed,fired,durable,"
                                + "written,received,answered,filled",
                        "LATE,LATE1USDT,\"FILLED \"\"so\"\"\",0,0,2,1,-500,400,"
                                + "1000000000000000,,,,,,,,1000000000000400,,");
        assertThat(RawSamples.floor(all))
                .containsExactly("at,hop,append,post_written,post_answered", "1000000000000000,1,2,3,4");
    }

    private static String report(List<ListingResult> results, List<FloorSample> floor) {
        return Report.of(new Conditions(CONDITIONS, Optional.empty()), new BenchmarkResults(results, floor), "`s.csv`");
    }

    private static List<ListingResult> many(Phase phase, int count, long lag) {
        ListingResult[] results = new ListingResult[count];
        Arrays.setAll(results, i -> result(phase, i, "FILLED", List.of(accepted(lag)), Map.of()));
        return List.of(results);
    }

    private static Arrival accepted(long afterOpen) {
        return new Arrival(OPEN + afterOpen, afterOpen, 200, "C02__1");
    }

    private static ListingResult result(
            Phase phase, int number, String result, List<Arrival> arrivals, Map<TimelinePoint, Long> timeline) {
        PlannedListing listing = new PlannedListing(phase, phase.name() + number, Instant.EPOCH, Instant.EPOCH, 0);
        return new ListingResult(listing, result, arrivals, timeline);
    }
}
