package io.firstfill.scanner.observation;

import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pair as the website shows it. A hint prepares: it says how the pair's symbol splits, and when to poll more often. A
 * hint is never a listing.
 *
 * @param opening null while the website's row is not complete
 */
public record Hint(Pair pair, @Nullable Instant opening) {
    public Hint {
        Objects.requireNonNull(pair, "pair");
    }

    public boolean isAhead(Instant now) {
        return opening != null && opening.isAfter(now);
    }
}
