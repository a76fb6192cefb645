package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The answer of the exchange to a request for its time.
 *
 * @param serverTime whole milliseconds
 */
public record ServerTime(Instant serverTime) {

    public ServerTime {
        requireNonNull(serverTime, "serverTime");
    }
}
