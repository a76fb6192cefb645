package io.firstfill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.launch.Stack;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures SC-001 through the gateway: how long a start and a stop take until they are answered as done. */
class StartAndStopTimesIT extends Scenario {
    private static final System.Logger LOG = System.getLogger(StartAndStopTimesIT.class.getName());
    private static final int RUNS = 200;
    /** The requirement; the bar of the local stack, 200 ms, is for an idle machine. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    StartAndStopTimesIT(Stack stack) {
        super(stack);
    }

    @Test
    @Tag("long")
    void nineteenOfTwentyStartsAndStopsAreDoneInTime() {
        String configuration = savedConfiguration();
        List<Duration> starts = new ArrayList<>();
        List<Duration> stops = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            String id = timed(starts, () -> startedRun(configuration));
            String state = timed(stops, () -> stop(id).expect(200).json().getString("state"));
            assertThat(state).isEqualTo("STOPPED");
            awaitRecorded(id);
        }
        assertThat(percentile("start", starts)).isLessThanOrEqualTo(LIMIT);
        assertThat(percentile("stop", stops)).isLessThanOrEqualTo(LIMIT);
    }

    /** The next start is refused until the ledger has recorded the stop; the wait is nobody's start. */
    private void awaitRecorded(String run) {
        await("the ledger to record the stop")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> "STOPPED"
                        .equals(operator.ledger("/runs/" + run)
                                .expect(200)
                                .json()
                                .getString("state")));
    }

    private static String timed(List<Duration> times, Supplier<String> action) {
        long began = System.nanoTime();
        String result = action.get();
        times.add(Duration.ofNanos(System.nanoTime() - began));
        return result;
    }

    /** Logs the percentiles, and returns the 95th. */
    private static Duration percentile(String what, List<Duration> times) {
        Collections.sort(times);
        Duration p95 = times.get(Math.ceilDiv(times.size() * 95, 100) - 1);
        LOG.log(
                Level.INFO,
                "{0} through the gateway: p50 {1} ms, p95 {2} ms, max {3} ms of {4} runs, load average {5}",
                what,
                times.get(times.size() / 2).toMillis(),
                p95.toMillis(),
                times.getLast().toMillis(),
                times.size(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return p95;
    }
}
