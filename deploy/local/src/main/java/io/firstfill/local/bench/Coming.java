package io.firstfill.local.bench;

import java.time.Instant;

/**
 * A listing that will open.
 *
 * @param tellAt when the simulator learns of it: for a scheduled one this is its announcement
 * @param openAt as announced
 * @param delayMicros how much later it truly opens
 */
record Coming(Phase phase, String base, Instant tellAt, Instant openAt, long delayMicros) {
    String symbol() {
        return base + "USDT";
    }

    String pair() {
        return base + "/USDT";
    }
}
