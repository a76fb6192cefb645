package io.firstfill.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.benchmark.contest.Contest;
import io.firstfill.benchmark.contest.ContestListing;
import io.firstfill.benchmark.contest.ContestMode;
import io.firstfill.benchmark.contest.ContestResult;
import io.firstfill.benchmark.contest.ContestResults;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Proves that the report shows ours and theirs side by side, and says where ours lose. */
class ContestReportTest {
    @Test
    void aListingWithoutAFillRanksBehindAllAndIsCounted() {
        String report = report(
                result(ContestMode.LATE, Contest.OURS, 0, 2_000L, 25L, false),
                result(ContestMode.LATE, Contest.OURS, 1, null, null, false),
                result(ContestMode.LATE, Contest.RIVAL, 0, 3_500L, 410L, true),
                result(ContestMode.LATE, Contest.RIVAL, 1, 4_500L, 30L, false));

        assertThat(report)
                .contains("| Firstfill | 2 | 1 | 0 | 2.00 | – | – | – | 0.25 % | – | 2 |")
                .contains("| rival | 2 | 2 | 1 | 3.50 | 4.50 | 4.50 | 4.50 | 0.30 % | 4.10 % | 2 |")
                .contains("Against the rival: p50 1.50 ms ahead, p95 only theirs, p99 only theirs.");
    }

    @Test
    void beingBehindIsStated() {
        String report = report(
                result(ContestMode.EXACT, Contest.OURS, 0, 3_900L, 10L, false),
                result(ContestMode.EXACT, Contest.RIVAL, 0, 2_100L, 10L, false));

        assertThat(report).contains("p50 1.80 ms behind, p95 1.80 ms behind");
    }

    @Test
    void whereMarketOrdersAreCancelledTheShareThatWasFilledIsJudged() {
        String report = report(
                result(ContestMode.SURPRISE_FIRST_MINUTE, Contest.OURS, 0, 90_000L, 10L, false),
                result(ContestMode.SURPRISE_FIRST_MINUTE, Contest.OURS, 1, null, null, false),
                result(ContestMode.SURPRISE_FIRST_MINUTE, Contest.POLLER, 0, null, null, false));

        assertThat(report).contains("Filled: 50 %, at least 80 %: FAIL.").contains("p50 only ours");
    }

    @Test
    void eachModeSaysWhatTheRivalSends() {
        String report = report(
                result(ContestMode.LATE, Contest.OURS, 1, 900L, 0L, false),
                result(ContestMode.TEN_IN_A_SECOND, Contest.OURS, 2, 900L, 0L, false));

        assertThat(report)
                .contains("ten requests a listing, 4 ms apart")
                .contains("one or two requests a listing, all 12 that its account has in the second")
                .contains("20 requests a second and a weight of 300")
                .doesNotContain(ContestMode.SURPRISE.label());
    }

    private static String report(ContestResult... results) {
        return ContestReport.of(
                new Conditions(new LinkedHashMap<>(), Optional.empty()), new ContestResults(List.of(results)));
    }

    private static ContestResult result(
            ContestMode mode, String who, int number, @Nullable Long lag, @Nullable Long over, boolean twice) {
        return new ContestResult(
                new ContestListing(mode, "CAX" + number, Instant.EPOCH, Instant.EPOCH, 0),
                who,
                Optional.ofNullable(lag),
                Optional.ofNullable(over),
                twice,
                1);
    }
}
