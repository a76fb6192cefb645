package io.firstfill.scanner.watch;

import io.firstfill.scanner.feed.FeedName;
import io.firstfill.scanner.observation.FeedObservation;
import io.firstfill.scanner.observation.Hint;
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
 * Measures how late each feed shows an announcement or an opening: since the stated opening where there is one, else
 * since the first feed showed it. What a feed shows in its first answer is old and not measured. Not thread-safe.
 */
final class DetectionLags {
    /** The time for which the first detection is remembered; no feed is later than this. */
    private static final Duration REMEMBERED_FOR = Duration.ofDays(1);

    /** A detection by a feed. */
    enum Event {
        ANNOUNCEMENT,
        OPENING
    }

    /**
     * The events that several feeds can detect.
     *
     * @param name a coin for an announcement, a symbol for an opening
     */
    private record Subject(Event event, String name) {}

    /** The delay with which one feed detected one event. */
    record DetectionLag(FeedName feed, Event event, Duration lag) {}

    private final Map<FeedName, Set<Subject>> shown = new EnumMap<>(FeedName.class);
    private final Map<Subject, Instant> firstDetectedAt = new HashMap<>();

    /** @param opening the stated opening of a symbol, null where there is none */
    List<DetectionLag> observed(
            FeedName feed, FeedObservation observation, Instant at, Function<String, @Nullable Instant> opening) {
        Set<Subject> now = subjects(observation, at).collect(Collectors.toCollection(HashSet::new));
        Set<Subject> before = shown.put(feed, now);
        if (before == null) {
            return List.of();
        }
        firstDetectedAt
                .values()
                .removeIf(detectedAt -> detectedAt.plus(REMEMBERED_FOR).isBefore(at));
        List<DetectionLag> lags = new ArrayList<>();
        for (Subject subject : now) {
            if (!before.contains(subject)) {
                lags.add(new DetectionLag(feed, subject.event(), lag(subject, at, opening)));
            }
        }
        return lags;
    }

    private Duration lag(Subject subject, Instant at, Function<String, @Nullable Instant> opening) {
        firstDetectedAt.putIfAbsent(subject, at);
        Instant first = firstDetectedAt.getOrDefault(subject, at);
        Instant stated = subject.event() == Event.OPENING ? opening.apply(subject.name()) : null;
        Instant from = stated == null || stated.isAfter(at) ? first : stated;
        Duration lag = Duration.between(from, at);
        return lag.isNegative() ? Duration.ZERO : lag;
    }

    private static Stream<Subject> subjects(FeedObservation observation, Instant at) {
        return switch (observation) {
            case FeedObservation.CalendarSeen calendar ->
                calendar.rows().stream()
                        .filter(row -> row.opening().isAfter(at))
                        .map(row -> new Subject(Event.ANNOUNCEMENT, row.base().code()));
            case FeedObservation.HintsSeen hints ->
                hints.hints().stream().filter(hint -> hint.isAhead(at)).map(DetectionLags::announced);
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
