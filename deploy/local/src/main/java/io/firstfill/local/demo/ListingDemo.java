package io.firstfill.local.demo;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.launch.Demonstration;
import io.firstfill.local.launch.Progress;
import io.firstfill.local.launch.Stack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Starts a run through the gateway with a token from the identity provider, opens a surprise listing and a scheduled
 * listing at the simulator, and prints each first fill and each sell as the ledger and the exchange report them: one
 * position takes profit, one is stopped. A new listing then opens every minute until the stack stops.
 */
public final class ListingDemo implements Demonstration {
    /** Long enough for the scanner to read the calendar and for the trader to arm the order. */
    private static final Duration SCHEDULED_LEAD = Duration.ofSeconds(24);

    private static final Duration SURPRISE_LEAD = Duration.ofSeconds(4);
    private static final Duration BETWEEN = Duration.ofSeconds(60);

    private final InstantSource clock = Clock.systemUTC();
    private final TokenNameGenerator names = new TokenNameGenerator(clock.millis());

    @Override
    public Runnable run(Stack stack, Progress progress) {
        return run(GatewayClient.of(stack, "operator"), SimulatorClient.of(stack), progress);
    }

    /**
     * Runs on a stack elsewhere.
     *
     * @return ends the repetition
     */
    public Runnable run(GatewayClient operator, SimulatorClient exchange, Progress progress) {
        DemoRun run = new DemoRun(operator, progress);
        DemoListings listings = new DemoListings(operator, exchange, run.start(), progress);
        listings.addScheduled(names.next(), clock.instant().plus(SCHEDULED_LEAD));
        listings.addSurprise(names.next(), clock.instant().plus(SURPRISE_LEAD));
        listings.printFillsAndSales();
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("demo").factory());
        var _ = scheduler.scheduleWithFixedDelay(
                new MinuteListing(listings, names, clock, SCHEDULED_LEAD, progress),
                20,
                BETWEEN.toSeconds(),
                TimeUnit.SECONDS);
        return scheduler::shutdownNow;
    }

    /**
     * Adds one listing a minute, scheduled and surprise alternately. A failure is printed and does not end the
     * repetition.
     */
    private static final class MinuteListing implements Runnable {
        private final DemoListings listings;
        private final TokenNameGenerator names;
        private final InstantSource clock;
        private final Duration lead;
        private final Progress progress;
        private boolean surprise;

        MinuteListing(
                DemoListings listings,
                TokenNameGenerator names,
                InstantSource clock,
                Duration lead,
                Progress progress) {
            this.listings = listings;
            this.names = names;
            this.clock = clock;
            this.lead = lead;
            this.progress = progress;
        }

        @Override
        public void run() {
            try {
                Instant openAt = clock.instant().plus(lead);
                if (surprise) {
                    listings.addSurprise(names.next(), openAt);
                } else {
                    listings.addScheduled(names.next(), openAt);
                }
                surprise = !surprise;
                listings.printFillsAndSales();
            } catch (RuntimeException e) {
                if (!Thread.currentThread().isInterrupted()) {
                    progress.message("  the demo could not go on this time: " + e.getMessage());
                }
            }
        }
    }
}
