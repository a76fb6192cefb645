package io.firstfill.mexc.budget;

import java.time.Instant;

/** The budget's answer to one call. */
public sealed interface Grant {

    /** Already booked: the caller is expected to send. */
    record Granted() implements Grant {}

    /**
     * @param rule the window or stop that refused, with its numbers in {@code used} and {@code limit}
     * @param retryAt the earliest time at which the same call could be granted
     */
    record Denied(String rule, int used, int limit, Instant retryAt) implements Grant {}
}
