package io.firstfill.benchmark;

import io.firstfill.benchmark.floor.ReferenceFloor;
import io.firstfill.benchmark.result.BenchmarkResults;
import io.firstfill.benchmark.result.ResultCollector;
import io.firstfill.benchmark.schedule.ListingDriver;
import io.firstfill.benchmark.schedule.ListingSchedule;
import io.firstfill.benchmark.schedule.Phase;
import io.firstfill.benchmark.schedule.PlannedListing;
import io.firstfill.benchmark.schedule.TradingRun;
import io.firstfill.benchmark.schedule.Volume;
import io.firstfill.benchmark.time.ClockWait;
import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.launch.Progress;
import io.firstfill.local.launch.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Takes one measurement on a stack that is ready: opens all planned listings and collects their results. The reference
 * floor is sampled after each surprise has been bought and before the next one opens, so that the two do not disturb
 * each other.
 */
final class Measurement {
    private static final Duration AFTER_SURPRISE = Duration.ofMillis(900);
    private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(400);
    private static final int SAMPLES = 8;

    private final GatewayClient operator;
    private final SimulatorClient exchange;
    private final Progress progress;
    private final InstantSource clock;

    Measurement(Stack stack, Progress progress, InstantSource clock) {
        this.operator = GatewayClient.of(stack, "operator");
        this.exchange = SimulatorClient.of(stack);
        this.progress = progress;
        this.clock = clock;
    }

    /** Returns when the last listing has opened and its order is recorded. */
    BenchmarkResults take(Stack stack, Volume volume, long seed) throws InterruptedException {
        String run = TradingRun.start(operator, exchange);
        Instant begin = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        List<PlannedListing> schedule = ListingSchedule.of(volume, seed, begin);
        progress.message("Run %s: %d listings until %s."
                .formatted(run, volume.listings(), schedule.getLast().openAt()));
        try (ReferenceFloor floor = ReferenceFloor.open(stack, exchange, clock)) {
            CompletableFuture<Void> listed = startDriver(schedule);
            floor.warmUp();
            sampleBetweenSurprises(schedule, floor, listed);
            listed.join();
            return new BenchmarkResults(ResultCollector.collect(schedule, exchange, operator), floor.samples());
        }
    }

    private CompletableFuture<Void> startDriver(List<PlannedListing> schedule) {
        return CompletableFuture.runAsync(
                new ListingDriver(exchange, schedule, clock),
                task -> Thread.ofPlatform().daemon().name("listing-driver").start(task));
    }

    private void sampleBetweenSurprises(
            List<PlannedListing> schedule, ReferenceFloor floor, CompletableFuture<Void> listed)
            throws InterruptedException {
        for (PlannedListing surprise : schedule) {
            if (surprise.phase() == Phase.SURPRISE && !listed.isCompletedExceptionally()) {
                for (int i = 0; i < SAMPLES; i++) {
                    awaitTime(surprise.openAt().plus(AFTER_SURPRISE).plus(BETWEEN_SAMPLES.multipliedBy(i)));
                    floor.sample();
                }
            }
        }
    }

    private void awaitTime(Instant time) throws InterruptedException {
        ClockWait.until(time, clock);
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
    }
}
