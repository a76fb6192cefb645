package io.firstfill.scanner.feed;

import io.firstfill.scanner.listing.Sighting;
import java.time.Duration;
import java.time.Instant;

/** How one question to a source ended. Only a good look is a sighting. */
public sealed interface Look {
    /** @param answeredAt when the answer began to arrive: the moment of detection */
    record Good(Sighting sighting, Instant answeredAt, Duration roundTrip) implements Look {}

    /** It answered, but not with what it should: HTML, an error, nothing at all. */
    record Odd(String detail) implements Look {}

    /** It did not answer. */
    record Failed(String detail) implements Look {}

    /** Turned away: too fast, banned, or by the firewall. The budget is told already and waits until then. */
    record Throttled(int status, Instant until) implements Look {}

    /** Not asked: our own budget has no room before then. */
    record Held(String rule, Instant until) implements Look {}
}
