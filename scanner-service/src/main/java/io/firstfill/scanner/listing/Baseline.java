package io.firstfill.scanner.listing;

import io.firstfill.contract.value.ListingSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The symbols seen trading so far: a symbol outside the baseline is new. On the very first start there is no baseline;
 * the first answer of each source then becomes the baseline, and nothing in that answer is a surprise.
 */
final class Baseline {
    private static final Set<ListingSource> SOURCES =
            EnumSet.of(ListingSource.DEFAULT_SYMBOLS, ListingSource.TICKER_PRICE, ListingSource.EXCHANGE_INFO);

    /** The sources polled often enough to say how long ago a pair can have appeared; exchangeInfo is not. */
    private static final Set<ListingSource> FAST =
            EnumSet.of(ListingSource.DEFAULT_SYMBOLS, ListingSource.TICKER_PRICE);

    private final Set<String> symbols = new HashSet<>();
    private final Map<ListingSource, Instant> lastAnswerAt = new EnumMap<>(ListingSource.class);
    private @Nullable Instant restoredAsOf;
    private boolean changed;

    /** Adds the symbols that a scanner, possibly an earlier process of this one, had seen. Removes none. */
    void restore(Collection<String> seen, Instant asOf) {
        changed = changed || (restoredAsOf != null && !seen.containsAll(symbols));
        symbols.addAll(seen);
        restoredAsOf = restoredAsOf == null || asOf.isAfter(restoredAsOf) ? asOf : restoredAsOf;
    }

    /** Records that this process was observing until this time, which may be later than the restored baseline. */
    void observedUntil(Instant time) {
        if (restoredAsOf != null && time.isAfter(restoredAsOf)) {
            restoredAsOf = time;
        }
    }

    boolean contains(String symbol) {
        return symbols.contains(symbol);
    }

    void add(String symbol) {
        changed |= symbols.add(symbol);
    }

    /** Whether the next answer of this source is itself the baseline. */
    boolean isFirstOf(ListingSource source) {
        return restoredAsOf == null && !lastAnswerAt.containsKey(source);
    }

    /** How long the source had not been observed when this answer came; zero within the longest pause. */
    Duration unobservedFor(ListingSource source, Instant now, Duration longestPause) {
        Instant before = lastAnswerAt.getOrDefault(source, restoredAsOf == null ? now : restoredAsOf);
        Duration gap = Duration.between(before, now);
        return gap.compareTo(longestPause) > 0 ? gap : Duration.ZERO;
    }

    void answered(ListingSource source, Instant now) {
        lastAnswerAt.put(source, now);
    }

    /** Until when every fast source was observed; null before all fast sources have answered. */
    @Nullable Instant observedUntil() {
        return lastAnswerAt.keySet().containsAll(FAST)
                ? lastAnswerAt.entrySet().stream()
                        .filter(entry -> FAST.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .min(Instant::compareTo)
                        .orElse(null)
                : null;
    }

    /** Whether every source is part of it: the symbols of a missing source would be surprises after the next start. */
    boolean isComplete() {
        return restoredAsOf != null || lastAnswerAt.keySet().containsAll(SOURCES);
    }

    /** Whether the baseline differs from the one last written. */
    boolean isChanged() {
        return changed;
    }

    /** The symbols, to be written: from now on the baseline counts as unchanged. */
    List<String> write() {
        changed = false;
        return symbols.stream().sorted().toList();
    }
}
