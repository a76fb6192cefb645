package io.firstfill.control.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A map of the newest entries only. */
final class RecentEntries<K, V> {
    private final int limit;
    private final Map<K, V> entries = new LinkedHashMap<>();

    RecentEntries(int limit) {
        this.limit = limit;
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** What was there before. */
    synchronized Optional<V> putIfAbsent(K key, V value) {
        V earlier = entries.putIfAbsent(key, value);
        if (earlier == null && entries.size() > limit) {
            entries.remove(entries.keySet().iterator().next());
        }
        return Optional.ofNullable(earlier);
    }

    synchronized void remove(K key) {
        entries.remove(key);
    }

    synchronized void clear() {
        entries.clear();
    }
}
