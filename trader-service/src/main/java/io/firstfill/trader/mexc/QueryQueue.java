package io.firstfill.trader.mexc;

import io.firstfill.mexc.MexcResult;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A first-in, first-out queue of queries about orders. When there are more queries than our budget allows, the oldest
 * waits for room at the head: were it turned away, queries that come again at the right moment would get all the room,
 * and a search that takes two queries would never end. Around an opening queries are held, because the rate belongs to
 * the orders, but none longer than three seconds. What an order waits for, such as its price, goes ahead of all
 * others, in a line of its own: the two have rooms of their own. Thread-safe.
 */
final class QueryQueue {
    private static final int AT_ONCE = 3;
    /** A longer pause is the exchange's and not our budget's, and the caller is told of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LEAST = Duration.ofMillis(1);
    /** Openings that follow one another hold the queries again and again; an order in doubt keeps its permit. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(3);

    /**
     * @param place less than zero for a query that goes ahead
     * @param since when it was asked, by our clock
     * @param about what it asks about; null where every asker wants an answer of its own
     * @param askers all get the answer
     */
    private record Query<T>(
            long place,
            Instant since,
            Supplier<Uni<? extends MexcResult<T>>> question,
            @Nullable Object about,
            List<UniEmitter<? super MexcResult<T>>> askers) {}

    /** Queries whose first waits for room, where there is none: those behind it wait with it, and no others. */
    private static final class Line {
        private final Queue<Query<?>> waiting = new PriorityQueue<>(Comparator.comparingLong(Query::place));
        private boolean asleep;

        private @Nullable Query<?> first() {
            return asleep ? null : waiting.peek();
        }
    }

    private final InstantSource clock;
    private final Line ahead = new Line();
    private final Line behind = new Line();
    /** The queries that have not left, by what they ask about. */
    private final Map<Object, Query<?>> unsent = new HashMap<>();

    private final BiConsumer<Duration, Runnable> timer;
    /** The ends of the holds, by the opening each is for. */
    private final Map<Instant, Instant> holds = new HashMap<>();

    private long places;
    private long placesAhead = Long.MIN_VALUE;
    private int asking;

    QueryQueue(InstantSource clock) {
        this(
                clock,
                (delay, task) -> CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS)
                        .execute(task));
    }

    /** @param timer runs a task once after a time */
    QueryQueue(InstantSource clock, BiConsumer<Duration, Runnable> timer) {
        this.clock = clock;
        this.timer = timer;
    }

    /** Sends the query when it reaches the head, and again where only our own budget was in the way. */
    <T> Uni<MexcResult<T>> ask(Supplier<Uni<? extends MexcResult<T>>> question) {
        return ask(question, null, false);
    }

    /**
     * Sends the query when it reaches the head; whoever asks about the same meanwhile gets its answer. While queries
     * are held an order is asked about more than once, for one reason after the other.
     *
     * @param about equal only for queries whose answers are of one type
     */
    <T> Uni<MexcResult<T>> askOnce(Object about, Supplier<Uni<? extends MexcResult<T>>> question) {
        return ask(question, about, false);
    }

    /** Sends the query before all others, held or not, as soon as our own budget allows. */
    <T> Uni<MexcResult<T>> askFirst(Supplier<Uni<? extends MexcResult<T>>> question) {
        return ask(question, null, true);
    }

    private <T> Uni<MexcResult<T>> ask(
            Supplier<Uni<? extends MexcResult<T>>> question, @Nullable Object about, boolean ahead) {
        return Uni.createFrom().emitter(asker -> {
            queue(question, about, ahead, asker);
            go();
        });
    }

    /**
     * Sends no query before then, by our clock, unless the hold for that opening is released before. The end is one
     * timer's: no clock that is set back can leave a query asleep.
     */
    void hold(Instant opening, Instant until) {
        synchronized (this) {
            holds.put(opening, until);
        }
        timer.accept(Duration.between(clock.instant(), until), () -> end(opening, until));
    }

    /** Ends the hold for the opening, and no other. */
    void release(Instant opening) {
        synchronized (this) {
            holds.remove(opening);
        }
        go();
    }

    private void end(Instant opening, Instant until) {
        synchronized (this) {
            holds.remove(opening, until);
        }
        go();
    }

    synchronized boolean isHeld() {
        return !holds.isEmpty();
    }

    @SuppressWarnings("unchecked") // what is asked about the same has answers of one type
    private synchronized <T> void queue(
            Supplier<Uni<? extends MexcResult<T>>> question,
            @Nullable Object about,
            boolean ahead,
            UniEmitter<? super MexcResult<T>> asker) {
        Query<T> same = about == null ? null : (Query<T>) unsent.get(about);
        if (same != null) {
            same.askers().add(asker);
            return;
        }
        long place = ahead ? placesAhead++ : places++;
        Query<T> query = new Query<>(place, clock.instant(), question, about, new ArrayList<>(List.of(asker)));
        line(query).waiting.add(query);
        keep(query);
    }

    private Line line(Query<?> query) {
        return query.place() < 0 ? ahead : behind;
    }

    private void keep(Query<?> query) {
        if (query.about() != null) {
            unsent.putIfAbsent(query.about(), query);
        }
    }

    private void go() {
        for (Query<?> query = next(); query != null; query = next()) {
            put(query);
        }
    }

    private synchronized @Nullable Query<?> next() {
        Query<?> price = ahead.first();
        Query<?> next = price == null ? behind.first() : price;
        if (next == null || (price == null && (asking >= AT_ONCE || isHeldBack(next)))) {
            return null;
        }
        asking++;
        unsent.values().remove(next);
        return line(next).waiting.poll();
    }

    private boolean isHeldBack(Query<?> query) {
        return isHeld() && query.since().plus(LONGEST_HOLD).isAfter(clock.instant());
    }

    private <T> void put(Query<T> query) {
        Uni.createFrom().deferred(query.question()).subscribe().with(answer -> answered(query, answer), bug -> {
            over();
            query.askers().forEach(asker -> asker.fail(bug));
            go();
        });
    }

    private <T> void answered(Query<T> query, MexcResult<T> answer) {
        Duration room = untilRoom(answer);
        if (room == null) {
            over();
            query.askers().forEach(asker -> asker.complete(answer));
            go();
        } else if (requeue(query)) {
            timer.accept(room, () -> wake(line(query)));
        }
    }

    /** Returns how long to wait for room; null for an answer, and for a pause too long to be our own. */
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

    /** Puts the query back at its place; false when a wake-up is scheduled already. */
    private synchronized boolean requeue(Query<?> query) {
        asking--;
        Line line = line(query);
        line.waiting.add(query);
        keep(query);
        boolean first = !line.asleep;
        line.asleep = true;
        return first;
    }

    private void wake(Line line) {
        synchronized (this) {
            line.asleep = false;
        }
        go();
    }
}
