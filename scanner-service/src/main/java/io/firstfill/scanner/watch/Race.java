package io.firstfill.scanner.watch;

import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.listing.Hint;
import io.firstfill.scanner.listing.FeedObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far each feed is behind the first: since the stated opening where there is one, else since the first feed's sight.
 * What a feed shows when it is first heard is old and not measured.
 */
final class Race {
    /** Nobody is still on the way to an event this long ago. */
    private static final Duration OVER = Duration.ofDays(1);

    /** What was sighted. */
    enum Event {
        ANNOUNCEMENT,
        OPENING
    }

    /** @param name a coin for an announcement, a symbol for an opening */
    private record Subject(Event event, String name) {}

    record Sight(FeedName feed, Event event, Duration lag) {}

    private final Map<FeedName, Set<Subject>> shown = new EnumMap<>(FeedName.class);
    private final Map<Subject, Instant> first = new HashMap<>();

    /** @param opening the stated opening of a symbol, null where there is none */
    List<Sight> seen(FeedName feed, FeedObservation sighting, Instant at, Function<String, @Nullable Instant> opening) {
        Set<Subject> now = subjects(sighting, at).collect(Collectors.toCollection(HashSet::new));
        Set<Subject> before = shown.put(feed, now);
        if (before == null) {
            return List.of();
        }
        first.values().removeIf(seen -> seen.plus(OVER).isBefore(at));
        List<Sight> sights = new ArrayList<>();
        for (Subject subject : now) {
            if (!before.contains(subject)) {
                sights.add(new Sight(feed, subject.event(), lag(subject, at, opening)));
            }
        }
        return sights;
    }

    private Duration lag(Subject subject, Instant at, Function<String, @Nullable Instant> opening) {
        first.putIfAbsent(subject, at);
        Instant since = first.getOrDefault(subject, at);
        Instant stated = subject.event() == Event.OPENING ? opening.apply(subject.name()) : null;
        Instant from = stated == null || stated.isAfter(at) ? since : stated;
        Duration lag = Duration.between(from, at);
        return lag.isNegative() ? Duration.ZERO : lag;
    }

    private static Stream<Subject> subjects(FeedObservation sighting, Instant at) {
        return switch (sighting) {
            case FeedObservation.CalendarSeen calendar ->
                calendar.rows().stream()
                        .filter(row -> row.opening().isAfter(at))
                        .map(row -> new Subject(Event.ANNOUNCEMENT, row.base().code()));
            case FeedObservation.HintsSeen hints ->
                hints.hints().stream().filter(hint -> hint.isAhead(at)).map(Race::announced);
            case FeedObservation.MarketSeen market ->
                market.rows().stream().flatMap(row -> {
                    if (row.isTrading()) {
                        return Stream.of(new Subject(Event.OPENING, row.symbol()));
                    }
                    Hint stated = new Hint(row.pair(), row.firstOpenTime());
                    return stated.isAhead(at) ? Stream.of(announced(stated)) : Stream.empty();
                });
            case FeedObservation.SymbolsShown symbols ->
                symbols.symbols().stream().map(symbol -> new Subject(Event.OPENING, symbol));
        };
    }

    private static Subject announced(Hint hint) {
        return new Subject(Event.ANNOUNCEMENT, hint.pair().base().code());
    }
}
