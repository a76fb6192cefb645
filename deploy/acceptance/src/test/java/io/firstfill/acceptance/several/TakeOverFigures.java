package io.firstfill.acceptance.several;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The times from the loss of an instance until its environments were worked for again. */
final class TakeOverFigures {
    /** Session time-out and lease wait, with room for what is read and looked up. */
    static final Duration LIMIT = Duration.ofSeconds(12);
    /** Where the scenario shares the machine with a build: no time-out of ours is longer than it should be. */
    static final Duration BUSY_LIMIT = Duration.ofSeconds(20);

    private static final System.Logger LOG = System.getLogger(TakeOverFigures.class.getName());

    private final Map<String, List<Duration>> samples = new LinkedHashMap<>();

    /** @param what the service, and what showed that it worked again */
    void add(String what, Duration time) {
        LOG.log(Level.INFO, "take-over of {0}: {1} ms", what, Long.toString(time.toMillis()));
        samples.computeIfAbsent(what, fresh -> new ArrayList<>()).add(time);
    }

    /** Logs median and maximum with the load of the machine, and asserts the limit. */
    void reportAndAssert(Duration limit) {
        samples.forEach((what, times) -> {
            List<Long> millis = times.stream().map(Duration::toMillis).sorted().toList();
            LOG.log(
                    Level.INFO,
                    "take-over of {0}: median {1} ms, max {2} ms of {3}, load average {4}",
                    what,
                    Long.toString(millis.get(millis.size() / 2)),
                    Long.toString(millis.getLast()),
                    millis.toString(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        });
        samples.forEach((what, times) -> assertThat(times)
                .as("take-over of %s", what)
                .allSatisfy(time -> assertThat(time).isLessThanOrEqualTo(limit)));
    }
}
