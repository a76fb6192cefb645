package io.firstfill.scanner.listing;

import io.firstfill.contract.Meta;
import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.scanner.observation.MarketRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<ListingSource, Set<String>> lastShown = new EnumMap<>(ListingSource.class);
    /** Since when no source has shown the symbol. */
    private final Map<String, Instant> missingSince = new HashMap<>();
    /** Counts how often each symbol has been gone from all sources: 0 for nearly all of them, which are left out. */
    private final Map<String, Integer> departures = new HashMap<>();

    private @Nullable Instant restoredAsOf;
    private @Nullable Instant waitingSince;
    private boolean changed;

    /**
     * Takes the symbols that a scanner, possibly an earlier process of this one, had seen. They replace what is known
     * while the past is replayed. From the first answer on this process knows more, and nothing is removed.
     *
     * @param gone how often symbols had been gone from all sources
     */
    void restore(Collection<String> seen, Map<String, Integer> gone, Instant asOf) {
        if (lastAnswerAt.isEmpty()) {
            symbols.clear();
        }
        changed = changed || (restoredAsOf != null && !seen.containsAll(symbols));
        symbols.addAll(seen);
        gone.forEach((symbol, times) -> departures.merge(symbol, times, Math::max));
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

    /**
     * Adds the halted pairs: on the very first start a closed pair with no opening ahead is halted, not about to open.
     */
    void addHalted(Collection<MarketRow> rows, Listings listings, Instant now) {
        rows.stream()
                .filter(row -> !row.isTrading())
                .filter(row ->
                        row.firstOpenTime() == null || row.firstOpenTime().isBefore(now))
                .filter(row -> listings.of(row.pair()).isEmpty())
                .forEach(row -> add(row.symbol()));
    }

    /** Returns whether the next answer of this source is itself the baseline. */
    boolean isFirstOf(ListingSource source) {
        return restoredAsOf == null && !lastAnswerAt.containsKey(source);
    }

    /** Returns how long the source had not been observed when this answer came; zero within the longest pause. */
    Duration unobservedFor(ListingSource source, Instant now, Duration longestPause) {
        Instant before = lastAnswerAt.getOrDefault(source, restoredAsOf == null ? now : restoredAsOf);
        Duration gap = Duration.between(before, now);
        return gap.compareTo(longestPause) > 0 ? gap : Duration.ZERO;
    }

    void answered(ListingSource source, Instant now) {
        lastAnswerAt.put(source, now);
    }

    /** Returns how often the symbol has been gone from all sources. */
    int departures(String symbol) {
        return departures.getOrDefault(symbol, 0);
    }

    /** Takes what a source shows, halted pairs included; to be called only with a list that is whole. */
    void shown(ListingSource source, Set<String> shown) {
        if (source == ListingSource.DEFAULT_SYMBOLS && !lastShown.containsKey(source)) {
            adopt(shown);
        }
        lastShown.put(source, shown);
        missingSince.keySet().removeIf(shown::contains);
    }

    /** Keeps the texts of the answer instead of equal ones: its reader keeps them, and the same text is found soon. */
    private void adopt(Set<String> shown) {
        shown.stream().filter(symbols::remove).forEach(symbols::add);
    }

    /**
     * Forgets the symbols that no source has shown for so long: one that returns is new then.
     *
     * @return how many were forgotten
     */
    int forget(Duration after, Instant now) {
        if (!lastShown.keySet().containsAll(SOURCES)) {
            return 0;
        }
        List<String> gone = new ArrayList<>();
        for (String symbol : symbols) {
            if (lastShown.values().stream().noneMatch(shown -> shown.contains(symbol))
                    && !missingSince
                            .computeIfAbsent(symbol, first -> now)
                            .plus(after)
                            .isAfter(now)) {
                gone.add(symbol);
            }
        }
        gone.forEach(symbol -> {
            symbols.remove(symbol);
            missingSince.remove(symbol);
            departures.merge(symbol, 1, Integer::sum);
        });
        changed |= !gone.isEmpty();
        return gone.size();
    }

    /** Notes since when a symbol has been shown that is neither known nor new yet; null while there is none. */
    void waitingSince(@Nullable Instant since) {
        waitingSince = since;
    }

    /**
     * Until when all that every fast source has shown is known; null before all fast sources have answered. A symbol
     * that waits for a second source is unknown to the next process, for which it must not be younger than it is.
     */
    @Nullable Instant observedUntil() {
        Instant answered = answeredUntil();
        return answered != null && waitingSince != null && waitingSince.isBefore(answered) ? waitingSince : answered;
    }

    private @Nullable Instant answeredUntil() {
        return lastAnswerAt.keySet().containsAll(FAST)
                ? lastAnswerAt.entrySet().stream()
                        .filter(entry -> FAST.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .min(Instant::compareTo)
                        .orElse(null)
                : null;
    }

    /**
     * Returns whether every source is part of it: the symbols of a missing source would be surprises after the next
     * start.
     */
    boolean isComplete() {
        return restoredAsOf != null || lastAnswerAt.keySet().containsAll(SOURCES);
    }

    /** Returns whether the baseline differs from the one last written. */
    boolean isChanged() {
        return changed;
    }

    /** The baseline for a later start, which counts as written; empty until every source has answered. */
    Optional<SymbolsSeen> write(EnvironmentId environment) {
        Instant answered = answeredUntil();
        Instant until = observedUntil();
        if (answered == null || until == null || !isComplete()) {
            return Optional.empty();
        }
        changed = false;
        Meta meta = Meta.first(MessageId.derivedFrom("SymbolsSeen", environment, answered), answered);
        return Optional.of(new SymbolsSeen(
                meta,
                environment,
                symbols.stream().sorted().toList(),
                until,
                departures.isEmpty() ? null : departures));
    }
}
