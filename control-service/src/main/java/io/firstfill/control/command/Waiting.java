package io.firstfill.control.command;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Callers waiting for something to be told, by what they wait for. Bounded; each place is given back in any case. */
public final class Waiting<K, V> {
    private final int limit;
    private final Map<Place<K, V>, K> places = new HashMap<>();
    private final Map<K, List<Place<K, V>>> byKey = new HashMap<>();

    public Waiting(int limit) {
        this.limit = limit;
    }

    /** A place to wait at, taken now; empty when too many wait already. */
    public synchronized Optional<Place<K, V>> take(K key) {
        if (places.size() >= limit) {
            return Optional.empty();
        }
        Place<K, V> place = new Place<>(this, new CompletableFuture<>());
        places.put(place, key);
        byKey.merge(key, List.of(place), Waiting::joined);
        return Optional.of(place);
    }

    /** Wakes everybody who waits for this. */
    public void arrived(K key, V value) {
        List<Place<K, V>> woken;
        synchronized (this) {
            woken = byKey.getOrDefault(key, List.of());
        }
        woken.forEach(place -> place.value.complete(value));
    }

    public synchronized int size() {
        return places.size();
    }

    private synchronized void leave(Place<K, V> place) {
        K key = places.remove(place);
        if (key != null) {
            byKey.computeIfPresent(key, (ignored, waiting) -> without(waiting, place));
        }
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static <T> @Nullable List<T> without(List<T> all, T one) {
        List<T> rest = all.stream().filter(each -> !each.equals(one)).toList();
        return rest.isEmpty() ? null : rest;
    }

    /** One caller's place. */
    public static final class Place<K, V> implements AutoCloseable {
        private final Waiting<K, V> room;
        private final CompletableFuture<V> value;

        private Place(Waiting<K, V> room, CompletableFuture<V> value) {
            this.room = room;
            this.value = value;
        }

        Uni<V> value() {
            return Uni.createFrom().completionStage(value);
        }

        @Override
        public void close() {
            room.leave(this);
        }
    }
}
