package io.firstfill.risk.kafka;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.risk.book.RiskBook;
import io.firstfill.risk.exposure.Safeguards;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The risk books in the state store of one partition, by environment. */
final class StoredBooks {
    /** Ends the key of bytes that could not be read. No environment's name can contain it. */
    private static final String LOST = "!lost";

    /** Ends the key of what the environment keeps when its book cannot be read. */
    private static final String SAFEGUARDS = "!safeguards";

    private final KeyValueStore<String, byte[]> store;
    private final BookFormat format;

    StoredBooks(KeyValueStore<String, byte[]> store, BookFormat format) {
        this.store = store;
        this.format = format;
    }

    /** Returns whether the store has a book of the environment, readable or not. */
    boolean contains(EnvironmentId environment) {
        return store.get(environment.value()) != null;
    }

    /** Returns the book; empty when the store has one that cannot be read. */
    Optional<RiskBook> find(EnvironmentId environment) {
        byte[] stored = store.get(environment.value());
        return stored == null ? Optional.of(RiskBook.empty(environment)) : format.read(environment, stored);
    }

    void put(EnvironmentId environment, byte[] book) {
        store.put(environment.value(), book);
    }

    /** Returns what the environment keeps without its book; nothing where that cannot be read either. */
    Safeguards safeguards(EnvironmentId environment) {
        byte[] stored = store.get(environment.value() + SAFEGUARDS);
        return stored == null
                ? Safeguards.NONE
                : format.readSafeguards(environment, stored).orElse(Safeguards.NONE);
    }

    void putSafeguards(EnvironmentId environment, byte[] safeguards) {
        store.put(environment.value() + SAFEGUARDS, safeguards);
    }

    /** Keeps the environment's bytes under a key of their own, for whoever finds out why they cannot be used. */
    void setAside(EnvironmentId environment) {
        store.put(environment.value() + LOST, store.get(environment.value()));
    }

    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        try (KeyValueIterator<String, byte[]> all = store.all()) {
            while (all.hasNext()) {
                keys.add(all.next().key);
            }
        }
        return keys;
    }
}
