package io.firstfill.trader.mexc;

import io.firstfill.mexc.MexcResult;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Questions about orders, each in its turn. When more are asked than our budget allows, the oldest goes first and waits for
 * room: were it turned away, those that come again at the right moment would get all the room, and a search that takes two
 * questions would never end. Thread-safe.
 */
final class QueryQueue {
    private static final int AT_ONCE = 3;
    /** A longer pause is not our budget's but the exchange's, and whoever asks is to know of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LEAST = Duration.ofMillis(1);

    private record Turn<T>(
            long place, Supplier<Uni<? extends MexcResult<T>>> question, UniEmitter<? super MexcResult<T>> asker) {}

    private final InstantSource clock;
    private final Queue<Turn<?>> waiting = new PriorityQueue<>(Comparator.comparingLong(Turn::place));
    private long places;
    private int asking;
    private boolean asleep;

    QueryQueue(InstantSource clock) {
        this.clock = clock;
    }

    /** Asks when it is its turn, and again where only our own budget was in the way. */
    <T> Uni<MexcResult<T>> ask(Supplier<Uni<? extends MexcResult<T>>> question) {
        return Uni.createFrom().emitter(asker -> {
            queue(question, asker);
            go();
        });
    }

    private synchronized <T> void queue(
            Supplier<Uni<? extends MexcResult<T>>> question, UniEmitter<? super MexcResult<T>> asker) {
        waiting.add(new Turn<>(places++, question, asker));
    }

    private void go() {
        for (Turn<?> turn = next(); turn != null; turn = next()) {
            put(turn);
        }
    }

    private synchronized @Nullable Turn<?> next() {
        if (asleep || asking >= AT_ONCE) {
            return null;
        }
        Turn<?> next = waiting.poll();
        asking += next == null ? 0 : 1;
        return next;
    }

    private <T> void put(Turn<T> turn) {
        Uni.createFrom().deferred(turn.question()).subscribe().with(answer -> answered(turn, answer), bug -> {
            over();
            turn.asker().fail(bug);
            go();
        });
    }

    private <T> void answered(Turn<T> turn, MexcResult<T> answer) {
        Duration room = untilRoom(answer);
        if (room == null) {
            over();
            turn.asker().complete(answer);
            go();
        } else if (backInLine(turn)) {
            CompletableFuture.delayedExecutor(room.toNanos(), TimeUnit.NANOSECONDS)
                    .execute(this::wake);
        }
    }

    /** Null for an answer, and for a pause too long to be our own. */
    private @Nullable Duration untilRoom(MexcResult<?> answer) {
        Instant at = answer instanceof MexcResult.NotSent<?> unsent ? unsent.retryAt() : null;
        if (at == null) {
            return null;
        }
        Duration left = Duration.between(clock.instant(), at);
        if (left.compareTo(PATIENCE) > 0) {
            return null;
        }
        return left.compareTo(LEAST) > 0 ? left : LEAST;
    }

    private synchronized void over() {
        asking--;
    }

    /** False when somebody has set the alarm already. */
    private synchronized boolean backInLine(Turn<?> turn) {
        asking--;
        waiting.add(turn);
        boolean first = !asleep;
        asleep = true;
        return first;
    }

    private void wake() {
        synchronized (this) {
            asleep = false;
        }
        go();
    }
}
