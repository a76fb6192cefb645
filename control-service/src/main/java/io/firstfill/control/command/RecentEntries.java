package io.firstfill.control.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A map that holds the newest entries only, up to a limit. */
final class RecentEntries<K, V> {
    private final int limit;
    private final Map<K, V> entries = new LinkedHashMap<>();

    RecentEntries(int limit) {
        this.limit = limit;
    }

    synchronized Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Returns the value that the key had before; puts the new value, as the newest entry, when there was none. */
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
