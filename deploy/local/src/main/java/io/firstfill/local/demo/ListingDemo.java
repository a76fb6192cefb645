package io.firstfill.local.demo;

import io.firstfill.local.Demo;
import io.firstfill.local.Progress;
import io.firstfill.local.Stack;
import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.SimulatorClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Starts a run through the gateway with a real token, lets the simulator open a surprise and a scheduled listing, and
 * prints each first fill as the ledger and the exchange report it. Then a new listing opens every minute.
 */
public final class ListingDemo implements Demo {
    /** Long enough for the calendar to be read and the order to be armed. */
    private static final Duration SCHEDULED_LEAD = Duration.ofSeconds(24);

    private static final Duration SURPRISE_LEAD = Duration.ofSeconds(4);
    private static final Duration BETWEEN = Duration.ofSeconds(60);

    private final InstantSource clock = Clock.systemUTC();
    private final TokenNames names = new TokenNames(clock.millis());

    @Override
    public Runnable run(Stack stack, Progress progress) {
        GatewayClient operator = GatewayClient.of(stack, "operator");
        SimulatorClient exchange = SimulatorClient.of(stack);
        DemoRun run = new DemoRun(operator, progress);
        Opening opening = new Opening(operator, exchange, run.start(), progress);
        opening.announceScheduled(names.next(), clock.instant().plus(SCHEDULED_LEAD));
        opening.surprise(names.next(), clock.instant().plus(SURPRISE_LEAD));
        opening.printFirstFills();
        ScheduledExecutorService repeating = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("demo").factory());
        var _ = repeating.scheduleWithFixedDelay(
                new Repeating(opening, names, clock, SCHEDULED_LEAD, progress),
                20,
                BETWEEN.toSeconds(),
                TimeUnit.SECONDS);
        return repeating::shutdownNow;
    }

    /** One listing a minute, scheduled and surprise in turn. A failure is said and the next minute comes all the same. */
    private static final class Repeating implements Runnable {
        private final Opening opening;
        private final TokenNames names;
        private final InstantSource clock;
        private final Duration lead;
        private final Progress progress;
        private boolean surprise;

        Repeating(Opening opening, TokenNames names, InstantSource clock, Duration lead, Progress progress) {
            this.opening = opening;
            this.names = names;
            this.clock = clock;
            this.lead = lead;
            this.progress = progress;
        }

        @Override
        public void run() {
            try {
                Instant at = clock.instant().plus(lead);
                if (surprise) {
                    opening.surprise(names.next(), at);
                } else {
                    opening.announceScheduled(names.next(), at);
                }
                surprise = !surprise;
                opening.printFirstFills();
            } catch (RuntimeException e) {
                if (!Thread.currentThread().isInterrupted()) {
                    progress.say("  the demo could not go on this time: " + e.getMessage());
                }
            }
        }
    }
}
