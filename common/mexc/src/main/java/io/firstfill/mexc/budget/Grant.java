package io.firstfill.mexc.budget;

import java.time.Instant;

/** The decision of the budget about one call. */
public sealed interface Grant {

    /** The call is booked: the caller is expected to send it. */
    record Granted() implements Grant {}

    /**
     * The call must not be sent.
     *
     * @param rule the window or pause that denied the call, with its numbers in {@code used} and {@code limit}
     * @param retryAt the earliest time at which the same call could be granted
     */
    record Denied(String rule, int used, int limit, Instant retryAt) implements Grant {}
}
