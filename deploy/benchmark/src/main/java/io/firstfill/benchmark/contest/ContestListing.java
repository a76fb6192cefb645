package io.firstfill.benchmark.contest;

import java.time.Instant;

/**
 * A listing that all take part in.
 *
 * @param listAt when it is added at the exchange
 * @param openAt the announced opening
 * @param delayMicros how much later than announced the pair truly opens
 */
public record ContestListing(ContestMode mode, String base, Instant listAt, Instant openAt, long delayMicros) {
    public String symbol() {
        return base + "USDT";
    }
}
