package io.firstfill.scanner.feed;

import io.firstfill.scanner.observation.FeedObservation;
import java.time.Duration;
import java.time.Instant;

/** The end of one poll of a source. Only a good result carries an observation. */
public sealed interface PollResult {
    /**
     * A usable answer.
     *
     * @param answeredAt when the answer began to arrive: the moment of detection
     */
    record Good(FeedObservation observation, Instant answeredAt, Duration roundTrip) implements PollResult {}

    /** An answer of the wrong kind: HTML, an error, an answer without content. */
    record Unusable(String detail) implements PollResult {}

    /** No answer. */
    record Failed(String detail) implements PollResult {}

    /**
     * A refusal by the host: too many requests, a ban, or the firewall. The request budget already knows of the refusal
     * and grants nothing for the host until its end.
     */
    record Throttled(int status, Instant until) implements PollResult {}

    /** No request was sent: the scanner's own request budget has no room before the stated time. */
    record Held(String rule, Instant until) implements PollResult {}
}
