package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** @param serverTime whole milliseconds */
public record ServerTime(Instant serverTime) {

    public ServerTime {
        requireNonNull(serverTime, "serverTime");
    }
}
