package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.reading.Partial;
import io.firstfill.mexc.reading.SkippedRows;
import java.util.List;

/**
 * The order book of a pair, best level first on both sides; both sides may be empty before an opening.
 *
 * @param skipped the levels at which reading stopped, at most one a side
 */
public record Depth(List<DepthLevel> bids, List<DepthLevel> asks, SkippedRows skipped) implements Partial {

    public Depth {
        bids = List.copyOf(requireNonNull(bids, "bids"));
        asks = List.copyOf(requireNonNull(asks, "asks"));
        requireNonNull(skipped, "skipped");
    }
}
