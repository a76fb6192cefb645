package io.firstfill.mexc.budget;

import java.time.Duration;
import java.time.Instant;

/** The times until which nothing leaves for a host, because it has turned us away. Not thread-safe. */
final class HostStops {
    private Instant api = Instant.MIN;
    private Instant web = Instant.MIN;

    /** Returns {@link Instant#MIN} where the lane's host has turned away none. */
    Instant until(Lane lane) {
        return lane == Lane.WEB ? web : api;
    }

    /** Stops the lane's host until then; a later end is never shortened. */
    void extend(Lane lane, Instant until) {
        if (lane == Lane.WEB) {
            web = later(web, until);
        } else {
            api = later(api, until);
        }
    }

    /** The clock has stepped. */
    void moved(Duration step) {
        api = moved(api, step);
        web = moved(web, step);
    }

    private static Instant moved(Instant until, Duration step) {
        return until.equals(Instant.MIN) ? until : until.plus(step);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
