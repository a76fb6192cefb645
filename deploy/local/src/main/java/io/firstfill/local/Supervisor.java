package io.firstfill.local;

import io.firstfill.local.part.ChildProcess;
import io.firstfill.local.part.Leftovers;
import io.firstfill.local.part.Part;
import io.firstfill.local.part.PostgresPart;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Holds the state directory and every process on it: notices a death nobody asked for, and stops all of them in the
 * reverse order of their start, whatever happens.
 */
final class Supervisor implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(8);

    private final StateDirectory state;
    private final Access access;
    private final Parts recipes;
    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Part> parts = new ConcurrentHashMap<>();
    private final List<List<Part>> tiers = new CopyOnWriteArrayList<>();
    private final Set<String> mayEnd = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<Void>> watches = new ConcurrentHashMap<>();
    private final BlockingQueue<String> losses = new LinkedBlockingQueue<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Supervisor(Options options, StateDirectory state) {
        this.state = state;
        this.access = Access.in(state.secrets(), Clock.systemUTC());
        this.recipes = new Parts(options, state, access);
    }

    /** Takes the directory, ends what a killed launcher left on it, and makes sure every port is free. */
    static Supervisor take(Options options, Progress progress) {
        StateDirectory state = StateDirectory.take(options.state());
        try {
            endLeftovers(options, state, progress);
            if (options.fresh()) {
                state.wipe();
            }
            options.ports().requireFree();
            return new Supervisor(options, state);
        } catch (Throwable e) {
            state.close();
            throw e;
        }
    }

    private static void endLeftovers(Options options, StateDirectory state, Progress progress) {
        List<String> ended = new ArrayList<>(Leftovers.end(state.processes(), JavaCommand.mark(state.root())));
        PostgresPart postgres =
                new PostgresPart(state.data("postgres"), options.ports().postgres(), state.log("postgres"));
        if (postgres.endLeftover(GRACE)) {
            ended.add(postgres.name());
        }
        if (!ended.isEmpty()) {
            progress.say("Ended what a killed launcher had left running: " + String.join(", ", ended));
        }
    }

    Vertx vertx() {
        return vertx;
    }

    Access access() {
        return access;
    }

    Parts recipes() {
        return recipes;
    }

    PostgresPart postgres() {
        return recipes.postgres();
    }

    StateDirectory state() {
        return state;
    }

    /** Parts of one tier start together and stop together, after all tiers that came later. */
    void manage(List<? extends Part> tier) {
        tiers.add(List.copyOf(tier));
        tier.forEach(part -> parts.put(part.name(), part));
    }

    Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("No part called " + name + "; there are " + parts.keySet());
        }
        return part;
    }

    List<Part> parts() {
        return tiers.stream().flatMap(List::stream).toList();
    }

    /** Under the part's own lock, so that a stop either prevents the start or sees the process. */
    void start(Part part) {
        synchronized (part) {
            if (closing.get()) {
                throw new StartFailed("The stack is stopping.");
            }
            // The end of the former process is judged before the expectation of it is taken back.
            watches.getOrDefault(part.name(), CompletableFuture.completedFuture(null))
                    .join();
            mayEnd.remove(part.name());
            part.start();
            if (part instanceof ChildProcess child) {
                watches.put(child.name(), child.ended().thenAccept(_ -> noticeEnd(child)));
            }
        }
    }

    void expectEnd(String part) {
        mayEnd.add(part);
    }

    String awaitLoss() throws InterruptedException {
        return losses.take();
    }

    /** A death nobody asked for, if there was one. */
    @Nullable String loss() {
        return losses.peek();
    }

    /** Returns when everything has ended, whoever began it: a shutdown that went on would leave the rest running. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            try {
                end();
            } finally {
                closed.complete(null);
            }
        }
        closed.join();
    }

    private void end() {
        await(vertx.close().toCompletionStage().toCompletableFuture());
        for (List<Part> tier : tiers.reversed()) {
            await(CompletableFuture.allOf(
                    tier.stream().map(Supervisor::stopping).toArray(CompletableFuture<?>[]::new)));
        }
        state.close();
    }

    private static CompletableFuture<Void> stopping(Part part) {
        return CompletableFuture.runAsync(
                () -> {
                    synchronized (part) {
                        part.stop(GRACE);
                    }
                },
                task -> Thread.ofPlatform().name("stop-" + part.name()).start(task));
    }

    private static void await(CompletableFuture<Void> end) {
        // One part's failure to stop must not keep the others running.
        end.exceptionally(failure -> null)
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
    }

    private void noticeEnd(ChildProcess child) {
        if (!closing.get() && !mayEnd.contains(child.name())) {
            losses.add(child.name() + " ended by itself; its last words are in " + child.log() + ".");
        }
    }
}
