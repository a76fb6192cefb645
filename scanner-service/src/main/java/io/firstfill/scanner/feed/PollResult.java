package io.firstfill.scanner.feed;

import io.firstfill.scanner.listing.FeedObservation;
import java.time.Duration;
import java.time.Instant;

/** How one question to a source ended. Only a good look is a sighting. */
public sealed interface PollResult {
    /** @param answeredAt when the answer began to arrive: the moment of detection */
    record Good(FeedObservation sighting, Instant answeredAt, Duration roundTrip) implements PollResult {}

    /** It answered, but not with what it should: HTML, an error, nothing at all. */
    record Odd(String detail) implements PollResult {}

    /** It did not answer. */
    record Failed(String detail) implements PollResult {}

    /** Turned away: too fast, banned, or by the firewall. The budget is told already and waits until then. */
    record Throttled(int status, Instant until) implements PollResult {}

    /** Not asked: our own budget has no room before then. */
    record Held(String rule, Instant until) implements PollResult {}
}
