package io.firstfill.scanner.listing;

import io.firstfill.contract.value.ListingSource;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A listing that has been announced and not been seen trading yet.
 *
 * @param opening the opening that holds
 * @param stated the opening that each source states
 * @param missed consecutive good answers of a source that no longer name the listing
 * @param shownEarly sources that showed the pair before its time: that they show it on time proves nothing
 * @param moves how often the opening has moved
 */
public record Awaited(
        Origin origin,
        Instant opening,
        Map<ListingSource, Instant> stated,
        Map<ListingSource, Integer> missed,
        Set<ListingSource> shownEarly,
        int moves)
        implements Listing {
    public Awaited {
        stated = Map.copyOf(stated);
        missed = Map.copyOf(missed);
        shownEarly = Set.copyOf(shownEarly);
    }

    static Awaited announced(Origin origin, Instant opening) {
        return new Awaited(origin, opening, Map.of(origin.source(), opening), Map.of(), Set.of(), 0);
    }

    public boolean isStatedBy(ListingSource source) {
        return stated.containsKey(source);
    }

    boolean isDue(Instant now, Duration tolerance) {
        return !now.isBefore(opening.minus(tolerance));
    }

    int missedBy(ListingSource source) {
        return missed.getOrDefault(source, 0);
    }

    /**
     * Returns whether this statement moves the opening. A source that changes its statement moves it. Of two first
     * statements the exchange's own counts, so that the order of arrival does not matter. A person's counts only where
     * no feed states an opening.
     */
    boolean isMovedBy(ListingSource source, Instant statement) {
        Instant before = stated.get(source);
        boolean counts = source == ListingSource.OPERATOR
                ? !isStatedByFeed()
                : before == null
                        ? source == ListingSource.EXCHANGE_INFO || !isStatedByFeed()
                        : !before.equals(statement);
        return counts && !statement.equals(opening);
    }

    /** Returns whether a feed, and not only a person, states the opening. */
    boolean isStatedByFeed() {
        return stated.keySet().stream().anyMatch(source -> source != ListingSource.OPERATOR);
    }

    Awaited stating(ListingSource source, Instant statement) {
        return new Awaited(
                origin, opening, with(stated, source, statement), with(missed, source, null), shownEarly, moves);
    }

    Awaited missing(ListingSource source) {
        return new Awaited(origin, opening, stated, with(missed, source, missedBy(source) + 1), shownEarly, moves);
    }

    Awaited droppedBy(ListingSource source) {
        return new Awaited(origin, opening, with(stated, source, null), with(missed, source, null), shownEarly, moves);
    }

    Awaited shownEarlyBy(ListingSource source) {
        Set<ListingSource> early = new HashSet<>(shownEarly);
        early.add(source);
        return new Awaited(origin, opening, stated, missed, early, moves);
    }

    Awaited moved(ListingSource source, Instant to) {
        return new Awaited(origin, to, with(stated, source, to), missed, shownEarly, moves + 1);
    }

    Opened opened(Instant seenAt) {
        return new Opened(origin, opening, seenAt, Duration.ZERO, true);
    }

    Withdrawn withdrawn() {
        return new Withdrawn(origin, opening);
    }

    private static <V> Map<ListingSource, V> with(Map<ListingSource, V> map, ListingSource key, @Nullable V value) {
        Map<ListingSource, V> changed = new EnumMap<>(ListingSource.class);
        changed.putAll(map);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return changed;
    }
}
