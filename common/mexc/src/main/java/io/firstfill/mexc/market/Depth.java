package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The book, best level first on both sides; both may be empty before an opening.
 *
 * @param timestamp on the live wire, not in the document
 */
public record Depth(
        @Nullable Long lastUpdateId,
        List<DepthLevel> bids,
        List<DepthLevel> asks,
        @Nullable Instant timestamp) {

    public Depth {
        bids = List.copyOf(requireNonNull(bids, "bids"));
        asks = List.copyOf(requireNonNull(asks, "asks"));
    }
}
