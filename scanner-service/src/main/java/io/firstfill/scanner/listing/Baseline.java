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
 * Every symbol seen trading so far: what is not in it is new. On the very first start there is none; then the first
 * answer of each source is the baseline, and nothing in it is a surprise.
 */
final class Baseline {
    private static final Set<ListingSource> SOURCES =
            EnumSet.of(ListingSource.DEFAULT_SYMBOLS, ListingSource.TICKER_PRICE, ListingSource.EXCHANGE_INFO);

    /** exchangeInfo is asked too seldom to say how long ago a pair can have appeared. */
    private static final Set<ListingSource> FAST =
            EnumSet.of(ListingSource.DEFAULT_SYMBOLS, ListingSource.TICKER_PRICE);

    private final Set<String> known = new HashSet<>();
    private final Set<ListingSource> heard = EnumSet.noneOf(ListingSource.class);
    private final Map<ListingSource, Instant> looked = new EnumMap<>(ListingSource.class);
    private @Nullable Instant restoredAsOf;
    private boolean changed;

    /** What a scanner knew, possibly an earlier life of this one. Only ever adds. */
    void restore(Collection<String> symbols, Instant asOf) {
        changed = changed || (restoredAsOf != null && !symbols.containsAll(known));
        known.addAll(symbols);
        restoredAsOf = restoredAsOf == null || asOf.isAfter(restoredAsOf) ? asOf : restoredAsOf;
    }

    /** This process was watching until then, whatever the restored baseline says. */
    void watchedUntil(Instant time) {
        if (restoredAsOf != null && time.isAfter(restoredAsOf)) {
            restoredAsOf = time;
        }
    }

    boolean knows(String symbol) {
        return known.contains(symbol);
    }

    void learn(String symbol) {
        changed |= known.add(symbol);
    }

    /** Whether this source's answer is the baseline itself. */
    boolean isFirstOf(ListingSource source) {
        return restoredAsOf == null && !heard.contains(source);
    }

    /** How long the source had not been watched when this answer came; zero when within its rhythm. */
    Duration unseenFor(ListingSource source, Instant now, Duration rhythm) {
        Instant before = looked.getOrDefault(source, restoredAsOf == null ? now : restoredAsOf);
        Duration gap = Duration.between(before, now);
        return gap.compareTo(rhythm) > 0 ? gap : Duration.ZERO;
    }

    void looked(ListingSource source, Instant now) {
        heard.add(source);
        looked.put(source, now);
    }

    /** Until when every fast source was watched; null before all of them have been. */
    @Nullable Instant lookedAt() {
        return looked.keySet().containsAll(FAST)
                ? looked.entrySet().stream()
                        .filter(entry -> FAST.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .min(Instant::compareTo)
                        .orElse(null)
                : null;
    }

    /** A baseline without one of the sources would make all its symbols surprises after the next start. */
    boolean isComplete() {
        return restoredAsOf != null || heard.containsAll(SOURCES);
    }

    boolean isChanged() {
        return changed;
    }

    List<String> written() {
        changed = false;
        return known.stream().sorted().toList();
    }
}
