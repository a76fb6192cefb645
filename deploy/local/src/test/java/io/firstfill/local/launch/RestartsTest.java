package io.firstfill.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.local.config.NotReadyException;
import io.firstfill.local.config.StartFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** Proves, in virtual time, when a part that ended is started again. */
class RestartsTest {
    private static final Path LOG = Path.of("trader.log");

    private record Task(Instant at, Runnable work) {}

    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparing(Task::at));
    private final List<Instant> starts = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final Restarts restarts = new Restarts(
            this::start, (pause, work) -> tasks.add(new Task(now.plus(pause), work)), () -> now, said::add);

    @Test
    void thePausesGrowFromOneSecondToSixty() {
        for (int i = 0; i < 8; i++) {
            restarts.ended("trader", LOG);
            runTasks();
        }

        assertThat(pauses()).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void afterACalmTimeTheFirstPauseHoldsAgain() {
        restarts.ended("trader", LOG);
        runTasks();
        restarts.ended("trader", LOG);
        runTasks();
        now = now.plus(Duration.ofMinutes(5));
        starts.add(now);

        restarts.ended("trader", LOG);
        runTasks();

        assertThat(Duration.between(starts.get(starts.size() - 2), starts.getLast()))
                .isEqualTo(Duration.ofSeconds(1));
    }

    /** A part that takes minutes to fail is not calm: the time counts from its last start. */
    @Test
    void eachPartHasPausesOfItsOwn() {
        restarts.ended("trader", LOG);
        restarts.ended("trader", LOG);
        restarts.ended("kafka", Path.of("kafka.log"));

        assertThat(tasks.stream().map(Task::at).sorted())
                .containsExactly(now.plusSeconds(1), now.plusSeconds(1), now.plusSeconds(2));
    }

    @Test
    void eachEndAndEachReturnIsOneLine() {
        restarts.ended("trader", LOG);
        runTasks();

        assertThat(said)
                .containsExactly(
                        "trader ended unexpectedly and is started again in 1 s; see trader.log.", "trader runs again.");
    }

    @Test
    void aPartThatEndsWhileItStartsIsNotSaidToRun() {
        failures.add(new StartFailedException("trader ended while starting"));
        restarts.ended("trader", LOG);
        runTasks();

        assertThat(said).hasSize(1);
    }

    @Test
    void aStartThatFailsByAnyExceptionIsTriedAgain() {
        failures.add(new IllegalStateException("no answer"));
        failures.add(new UncheckedIOException(new IOException("disk full")));

        restarts.ended("trader", LOG);
        runTasks();

        assertThat(pauses()).containsExactly(1L, 2L, 4L);
        assertThat(said)
                .contains("trader could not be started (java.lang.IllegalStateException: no answer) and is started"
                        + " again in 2 s; see trader.log.")
                .endsWith("trader runs again.");
    }

    @Test
    void aPartThatIsNotReadyInTimeIsOneLineAndIsLeftRunning() {
        failures.add(new NotReadyException("trader was not ready after 300 s; see trader.log."));

        restarts.ended("trader", LOG);
        runTasks();

        assertThat(starts).hasSize(1);
        assertThat(said).endsWith("trader was not ready after 300 s; see trader.log. It is left running.");
    }

    private void start(String component) {
        starts.add(now);
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            Task next = tasks.poll();
            now = next.at();
            next.work().run();
        }
    }

    private List<Long> pauses() {
        List<Long> pauses = new ArrayList<>();
        Instant before = Instant.EPOCH;
        for (Instant start : starts) {
            pauses.add(Duration.between(before, start).toSeconds());
            before = start;
        }
        return pauses;
    }
}
