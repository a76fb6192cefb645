package io.firstfill.local.launch;

import io.firstfill.local.config.NotReadyException;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.StartFailedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts a component again after it ended, each time later: after 1 s, 2 s, 4 s and so on to 60 s, and after 1 s again
 * once it has run for five minutes. Says each end and each return in one line.
 */
final class Restarts {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration CALM = Duration.ofMinutes(5);

    /** Runs a task later, on a thread that may block. */
    @FunctionalInterface
    interface Timer {
        void after(Duration pause, Runnable task);
    }

    /** Starts a component, unless it runs, and returns when it is ready. */
    @FunctionalInterface
    interface Starter {
        /**
         * @throws NotReadyException when it runs and is not ready in time
         * @throws StartFailedException when it has ended again, or the stack is stopping
         */
        void restart(String component);
    }

    /**
     * @param pause before the next start, unless the component has been calm
     * @param since its last start or end
     */
    private record Life(Duration pause, Instant since) {}

    private final Starter starter;
    private final Timer timer;
    private final InstantSource clock;
    private final Consumer<String> say;
    private final Map<String, Life> lives = new HashMap<>();

    Restarts(Starter starter, Timer timer, InstantSource clock, Consumer<String> say) {
        this.starter = starter;
        this.timer = timer;
        this.clock = clock;
        this.say = say;
    }

    /** Returns the restarts of a stack's components. */
    static Restarts of(StackOptions options, Supervisor supervisor, Progress progress) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("restarts").factory());
        return new Restarts(
                component -> new StartUp(options, supervisor, Progress.SILENT).restart(component),
                (pause, task) -> {
                    var _ = timer.schedule(
                            () -> Thread.ofVirtual().start(task), pause.toMillis(), TimeUnit.MILLISECONDS);
                },
                Clock.systemUTC(),
                progress::message);
    }

    /** The component has ended and nobody stopped it. */
    void ended(String component, Path log) {
        later(component, "ended unexpectedly", log);
    }

    private void later(String component, String what, Path log) {
        Duration pause = nextPause(component);
        say.accept(component + " " + what + " and is started again in " + pause.toSeconds() + " s; see " + log + ".");
        timer.after(pause, () -> restart(component, log));
    }

    private synchronized Duration nextPause(String component) {
        Instant now = clock.instant();
        Life life = lives.getOrDefault(component, new Life(FIRST, now));
        boolean calm = Duration.between(life.since(), now).compareTo(CALM) >= 0;
        Duration pause = calm ? FIRST : life.pause();
        Duration longer = pause.multipliedBy(2);
        lives.put(component, new Life(longer.compareTo(LONGEST) > 0 ? LONGEST : longer, now));
        return pause;
    }

    private void restart(String component, Path log) {
        began(component);
        try {
            starter.restart(component);
            say.accept(component + " runs again.");
        } catch (NotReadyException e) {
            began(component);
            say.accept(e.getMessage() + " It is left running.");
        } catch (StartFailedException e) {
            // Ended again, and its end is reported by itself; or the stack is stopping.
            began(component);
        } catch (RuntimeException e) {
            later(component, "could not be started (" + e + ")", log);
        }
    }

    private synchronized void began(String component) {
        lives.computeIfPresent(component, (name, life) -> new Life(life.pause(), clock.instant()));
    }
}
