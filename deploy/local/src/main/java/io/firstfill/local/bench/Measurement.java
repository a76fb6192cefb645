package io.firstfill.local.bench;

import io.firstfill.local.Progress;
import io.firstfill.local.Stack;
import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.SimulatorClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One run of everything on a stack that is ready. The floor is sampled when a surprise is over and the next far enough. */
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

    Results take(Stack stack, Volume volume, long seed) throws InterruptedException {
        String run = TradingRun.start(operator, exchange);
        Instant begin = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        List<Coming> timetable = Timetable.of(volume, seed, begin);
        progress.say("Run %s: %d listings until %s."
                .formatted(run, volume.listings(), timetable.getLast().openAt()));
        try (ReferenceFloor floor = ReferenceFloor.open(stack, exchange, clock)) {
            CompletableFuture<Void> told = tell(timetable);
            floor.warmUp();
            sampleBetweenSurprises(timetable, floor, told);
            told.join();
            return new Results(Reading.of(timetable, exchange, operator), floor.samples());
        }
    }

    private CompletableFuture<Void> tell(List<Coming> timetable) {
        return CompletableFuture.runAsync(
                new ListingDriver(exchange, timetable, clock),
                task -> Thread.ofPlatform().daemon().name("crier").start(task));
    }

    private void sampleBetweenSurprises(List<Coming> timetable, ReferenceFloor floor, CompletableFuture<Void> told)
            throws InterruptedException {
        for (Coming surprise : timetable) {
            if (surprise.phase() == Phase.SURPRISE && !told.isCompletedExceptionally()) {
                for (int i = 0; i < SAMPLES; i++) {
                    awaitTime(surprise.openAt().plus(AFTER_SURPRISE).plus(BETWEEN_SAMPLES.multipliedBy(i)));
                    floor.sample();
                }
            }
        }
    }

    private void awaitTime(Instant time) throws InterruptedException {
        ListingDriver.await(time, clock);
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
    }
}
