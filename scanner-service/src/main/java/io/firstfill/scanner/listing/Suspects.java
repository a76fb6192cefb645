package io.firstfill.scanner.listing;

import io.firstfill.contract.value.ListingSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The symbols that came in one answer with more unknown symbols than an exchange lists at once. They are neither bought
 * nor learned until a second source shows them: a broken source is more likely than so many listings.
 */
final class Suspects {
    /** More symbols than the exchange has; a source that invents names must not fill the memory. */
    private static final int MOST = 20_000;

    /** A source with more suspects than this is not believed at all, however long it shows them. */
    private static final int MOST_LEARNED = 500;

    /** A suspect, with the gap in the observation before it was seen. */
    record Suspect(ListingSource source, Instant since, Duration gap) {}

    private final Map<String, Suspect> suspects = new HashMap<>();

    @Nullable Suspect of(String symbol) {
        return suspects.get(symbol);
    }

    void add(String symbol, Suspect suspect) {
        if (suspects.size() < MOST) {
            suspects.putIfAbsent(symbol, suspect);
        }
    }

    void remove(String symbol) {
        suspects.remove(symbol);
    }

    /** Removes the suspects that their source does not show any more, and those that have become known. */
    void keepOnly(ListingSource source, Collection<String> unknown) {
        suspects.entrySet().removeIf(entry -> entry.getValue().source() == source && !unknown.contains(entry.getKey()));
    }

    /** Returns whether more of the source's symbols wait than can be learned: it invents them. */
    boolean areTooMany(ListingSource source) {
        return waiting(source) > MOST_LEARNED;
    }

    /** Since when the symbol that waits longest has been shown; null while none waits. */
    @Nullable Instant earliest() {
        return suspects.values().stream()
                .map(Suspect::since)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The number of symbols of the source that still wait for a second one. */
    long waiting(ListingSource source) {
        return suspects.values().stream()
                .filter(suspect -> suspect.source() == source)
                .count();
    }
}
