package io.firstfill.scanner.quote;

import io.firstfill.contract.value.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the awaited pairs that are worth a subscription: those near their opening, the nearest when there are too
 * many.
 *
 * @param lead how long before its opening a pair is subscribed to
 * @param linger how long after its opening a pair stays subscribed, for an opening that comes late
 * @param opened how long a pair stays subscribed once its opening was seen, where there is room
 * @param pairs the most pairs at once
 */
public record QuoteWindow(Duration lead, Duration linger, Duration opened, int pairs) {
    public QuoteWindow {
        if (lead.isNegative() || linger.isNegative() || opened.isNegative() || pairs < 1 || pairs > 30) {
            throw new IllegalArgumentException("A window looks ahead and back and has 1 to 30 pairs");
        }
    }

    public static QuoteWindow of(QuoteSettings settings) {
        return new QuoteWindow(settings.lead(), settings.linger(), settings.opened(), settings.pairs());
    }

    /** @param awaited pairs not seen trading yet, with their announced openings */
    public Set<Pair> choose(Map<Pair, Instant> awaited, Instant now) {
        return choose(awaited, Map.of(), now);
    }

    /**
     * Chooses the awaited pairs first.
     *
     * @param awaited pairs not seen trading yet, with their announced openings
     * @param trading pairs that opened lately, with the time at which their opening was seen
     */
    public Set<Pair> choose(Map<Pair, Instant> awaited, Map<Pair, Instant> trading, Instant now) {
        Stream<Pair> near = awaited.entrySet().stream()
                .filter(entry -> !now.isBefore(entry.getValue().minus(lead)))
                .filter(entry -> !now.isAfter(entry.getValue().plus(linger)))
                .sorted(nearest(now))
                .map(Map.Entry::getKey);
        Stream<Pair> young = trading.entrySet().stream()
                .filter(entry -> !now.isAfter(entry.getValue().plus(opened)))
                .sorted(nearest(now))
                .map(Map.Entry::getKey);
        return Stream.concat(near, young).limit(pairs).collect(Collectors.toUnmodifiableSet());
    }

    private static Comparator<Map.Entry<Pair, Instant>> nearest(Instant now) {
        return Comparator.comparing(
                entry -> Duration.between(now, entry.getValue()).abs());
    }
}
