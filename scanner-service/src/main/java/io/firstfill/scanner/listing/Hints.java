package io.firstfill.scanner.listing;

import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.observation.Hint;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The openings that the website's last good answer hints at. */
final class Hints {
    private final Map<Pair, Instant> ahead = new HashMap<>();

    /** Replaces the hints; true when one of them names an opening that the answer before did not have. */
    boolean replace(List<Hint> hints, Instant now) {
        Map<Pair, Instant> before = Map.copyOf(ahead);
        ahead.clear();
        for (Hint hint : hints) {
            Instant opening = hint.opening();
            if (opening != null && hint.isAhead(now)) {
                ahead.merge(hint.pair(), opening, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return ahead.entrySet().stream().anyMatch(entry -> !entry.getValue().equals(before.get(entry.getKey())));
    }

    /** The earliest opening that is still ahead; null when none is. */
    @Nullable Instant next(Instant now) {
        return ahead.values().stream()
                .filter(opening -> opening.isAfter(now))
                .min(Instant::compareTo)
                .orElse(null);
    }
}
