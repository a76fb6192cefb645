package io.firstfill.scanner.quote;

import io.firstfill.contract.value.Pair;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses the awaited pairs that are worth a subscription: those near their opening, the nearest when there are too
 * many.
 *
 * @param lead how long before its opening a pair is subscribed to
 * @param linger how long after its opening a pair stays subscribed, for an opening that comes late
 * @param pairs the most pairs at once
 */
public record QuoteWindow(Duration lead, Duration linger, int pairs) {
    public QuoteWindow {
        if (lead.isNegative() || linger.isNegative() || pairs < 1 || pairs > 30) {
            throw new IllegalArgumentException("A window looks ahead and back and has 1 to 30 pairs");
        }
    }

    public static QuoteWindow of(QuoteSettings settings) {
        return new QuoteWindow(settings.lead(), settings.linger(), settings.pairs());
    }

    /** @param awaited pairs not seen trading yet, with their announced openings */
    public Set<Pair> choose(Map<Pair, Instant> awaited, Instant now) {
        return awaited.entrySet().stream()
                .filter(entry -> !now.isBefore(entry.getValue().minus(lead)))
                .filter(entry -> !now.isAfter(entry.getValue().plus(linger)))
                .sorted(Comparator.comparing(
                        entry -> Duration.between(now, entry.getValue()).abs()))
                .limit(pairs)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
