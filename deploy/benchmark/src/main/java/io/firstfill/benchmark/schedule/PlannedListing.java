package io.firstfill.benchmark.schedule;

import java.time.Instant;

/**
 * A listing that the benchmark will open at the simulator.
 *
 * @param listAt when the driver adds it at the simulator: for a scheduled listing this is its announcement
 * @param openAt the announced opening
 * @param delayMicros how much later than announced the pair truly opens
 */
public record PlannedListing(Phase phase, String base, Instant listAt, Instant openAt, long delayMicros) {
    public String symbol() {
        return base + "USDT";
    }

    public String pair() {
        return base + "/USDT";
    }
}
