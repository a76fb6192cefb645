package io.firstfill.control.command;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds the callers that wait for an answer, by the key of the answer. The number of callers is bounded, and a caller
 * that has its answer or gave up leaves nothing behind.
 */
public final class PendingAnswers<K, V> {
    private final int limit;
    private final Map<Slot<K, V>, K> slots = new HashMap<>();
    private final Map<K, List<Slot<K, V>>> byKey = new HashMap<>();

    public PendingAnswers(int limit) {
        this.limit = limit;
    }

    /**
     * Registers a caller at once, before its command is published, so that no answer is missed. Returns empty when the
     * limit of callers is reached.
     */
    public synchronized Optional<Slot<K, V>> register(K key) {
        return slots.size() >= limit ? Optional.empty() : Optional.of(registerUnlimited(key));
    }

    /** Registers a caller whatever the number of callers is. */
    synchronized Slot<K, V> registerUnlimited(K key) {
        Slot<K, V> slot = new Slot<>(this, new CompletableFuture<>());
        slots.put(slot, key);
        byKey.merge(key, List.of(slot), PendingAnswers::joined);
        return slot;
    }

    /** Completes every caller that waits for this key. */
    public void complete(K key, V value) {
        List<Slot<K, V>> completed;
        synchronized (this) {
            completed = byKey.getOrDefault(key, List.of());
        }
        completed.forEach(slot -> slot.value.complete(value));
    }

    public synchronized int size() {
        return slots.size();
    }

    private synchronized void remove(Slot<K, V> slot) {
        K key = slots.remove(slot);
        if (key != null) {
            byKey.computeIfPresent(key, (ignored, pending) -> without(pending, slot));
        }
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static <T> @Nullable List<T> without(List<T> all, T one) {
        List<T> rest = all.stream().filter(each -> !each.equals(one)).toList();
        return rest.isEmpty() ? null : rest;
    }

    /** One registered caller. Closing the slot removes the caller, whether an answer came or not. */
    public static final class Slot<K, V> implements AutoCloseable {
        private final PendingAnswers<K, V> owner;
        private final CompletableFuture<V> value;

        private Slot(PendingAnswers<K, V> owner, CompletableFuture<V> value) {
            this.owner = owner;
            this.value = value;
        }

        /** Emits the answer when it comes. */
        public Uni<V> value() {
            return Uni.createFrom().completionStage(value);
        }

        @Override
        public void close() {
            owner.remove(this);
        }
    }
}
