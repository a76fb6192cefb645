package io.firstfill.benchmark.start;

import io.firstfill.benchmark.result.Percentiles;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.launch.Progress;
import io.firstfill.local.launch.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Stops and starts one service after the other, several times each, in a stack that runs on. */
public final class StartMeasurement {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long NANOS_A_MICRO = 1_000;

    private final Stack stack;
    private final int starts;
    private final Progress progress;

    /** @param stack that is ready */
    public StartMeasurement(Stack stack, int starts, Progress progress) {
        this.stack = stack;
        this.starts = starts;
        this.progress = progress;
    }

    public List<ServiceStarts> take() {
        List<ServiceStarts> all = new ArrayList<>();
        for (ServiceName service : ServiceName.values()) {
            progress.message("Starting " + service.label() + " " + starts + " times.");
            all.add(starts(service.label()));
        }
        return all;
    }

    private ServiceStarts starts(String service) {
        List<Long> serving = new ArrayList<>();
        List<Long> ready = new ArrayList<>();
        List<Long> memory = new ArrayList<>();
        for (int start = 0; start < starts; start++) {
            stack.stop(service);
            long began = System.nanoTime();
            CompletableFuture<Void> becomesReady = CompletableFuture.runAsync(
                    () -> stack.restart(service),
                    task -> Thread.ofPlatform().name("restart").start(task));
            while (!becomesReady.isDone() && !stack.isLive(service)) {
                LockSupport.parkNanos(POLL_NANOS);
            }
            serving.add(micros(began));
            becomesReady.join();
            ready.add(micros(began));
            memory.add(stack.residentMemory().getOrDefault(service, 0L));
        }
        return new ServiceStarts(
                service,
                Percentiles.of(serving),
                Percentiles.of(ready),
                Percentiles.of(memory),
                stack.hasAotCache(service));
    }

    private static long micros(long began) {
        return (System.nanoTime() - began) / NANOS_A_MICRO;
    }
}
