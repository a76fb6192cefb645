package io.firstfill.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.benchmark.ledger.LedgerResults;
import io.firstfill.benchmark.ledger.LedgerResults.Exported;
import io.firstfill.benchmark.ledger.LedgerResults.Memory;
import io.firstfill.benchmark.ledger.LedgerResults.Poll;
import io.firstfill.benchmark.ledger.LedgerResults.Recording;
import io.firstfill.benchmark.ledger.LedgerVolume;
import io.firstfill.benchmark.result.Percentiles;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proves which figures of the ledger are judged, and against what of the same run. */
class LedgerReportTest {
    @Test
    void everyFigureIsJudgedAgainstWhatItIsComparedWith() {
        // Given half of COPY's rate, 150 ms, a poll that takes 1.4 times as long, and six tenths of an export's rate
        String report = report(20, List.of(150_000L), List.of(poll(10_000, 1_000, 0), poll(1_000_000, 1_400, 0)), 10);

        assertThat(report)
                .contains("| (a) recording, part of COPY's rate | at least 0.40 | 0.50 | PASS |")
                .contains("at 2000 events a second | at most 200.00 | 150.00 | PASS |")
                .contains("| (b) p99 of a poll, largest over smallest number of trades | at most 1.50 | 1.40 | PASS |")
                .contains("| (b) reads of big tables by unchanged polls | none | 0 | PASS |")
                .contains("| (c) export, part of COPY's rate | at least 0.50 | 0.60 | PASS |")
                .contains("`/runs/{run}/drift`")
                .contains("its heap, garbage included: 10 MB before, at most 20 MB");
    }

    @Test
    void whatMissesItsLimitFails() {
        String report = report(40, List.of(250_000L), List.of(poll(10_000, 1_000, 0), poll(1_000_000, 1_600, 3)), 15);

        assertThat(report)
                .contains("| at least 0.40 | 0.25 | FAIL |")
                .contains("| at most 200.00 | 250.00 | FAIL |")
                .contains("| at most 1.50 | 1.60 | FAIL |")
                .contains("| none | 3 | FAIL |")
                .contains("| at least 0.50 | 0.40 | FAIL |");
    }

    @Test
    void anEventWithoutAReceiptRanksBehindAllOthers() {
        assertThat(report(20, List.of(), List.of(poll(10_000, 1_000, 0)), 10))
                .contains("| at most 200.00 | – | FAIL |");
    }

    private static String report(int recordingSeconds, List<Long> lags, List<Poll> polls, int exportSeconds) {
        Recording recording = new Recording(
                10_000,
                Duration.ofSeconds(recordingSeconds),
                10_000,
                Duration.ofSeconds(10),
                Map.of("OrderFilled", 10_000L),
                new LinkedHashMap<>(Map.of("journal", 10_000L)));
        Exported export = new Exported(
                60_000,
                1_000_000,
                Duration.ofSeconds(exportSeconds),
                Duration.ofSeconds(6),
                Duration.ofSeconds(2),
                new Memory(1_024, 2_048),
                new Memory(10 << 20, 20 << 20));
        var conditions = new Conditions(new LinkedHashMap<>(Map.of("seed", "1")), Optional.empty());
        Percentiles lag = new Percentiles(lags, lags.isEmpty() ? 1 : 0);
        return LedgerReport.of(conditions, new LedgerResults(LedgerVolume.FULL, recording, lag, polls, export));
    }

    private static Poll poll(int trades, long micros, long touched) {
        Percentiles one = Percentiles.of(List.of(micros));
        String drift = "/api/ledger/v1/runs/55a54008-ad1b-3589-aa21-0d2629c1df41/drift";
        return new Poll(
                trades,
                one,
                new LinkedHashMap<>(Map.of(drift, one)),
                one,
                touched == 0 ? Map.of() : Map.of("orders", touched));
    }
}
