package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order book of a pair, best level first on both sides; both sides may be empty before an opening.
 *
 * @param timestamp sent on the live wire, absent from the document
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
