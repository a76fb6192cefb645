package io.firstfill.mexc;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.outcome.Outcome;
import io.firstfill.mexc.outcome.OutcomeTable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended. The line that matters for an order runs between {@link Ambiguous}, after which the order may exist,
 * and the others, after which we know.
 */
public sealed interface MexcResult<T> {

    /** The exchange answered, and the answer was understood. */
    record Answer<T>(T value, Timing timing) implements MexcResult<T> {

        public Answer {
            requireNonNull(value, "value");
        }
    }

    /**
     * The exchange said no, with its own code: proof that it did not do what was asked.
     *
     * @param httpStatus for the record only; the code decides
     * @param message shortened
     */
    record Refused<T>(int httpStatus, int code, String message, Timing timing) implements MexcResult<T> {

        public Outcome outcome() {
            return OutcomeTable.classify(code, message);
        }
    }

    /**
     * Turned away at the door, unexecuted. The budget has been told.
     *
     * @param status 429 too fast, 418 banned, 403 firewall
     * @param retryAfter as the exchange said, if it did
     * @param html the answer came from the network in front of the exchange, not from the exchange
     */
    record Throttled<T>(int status, @Nullable Duration retryAfter, boolean html, Timing timing)
            implements MexcResult<T> {}

    /**
     * The request may have been executed. For an order: look it up, never send it again before.
     *
     * @param requestWritten true when the socket took the request whole. False proves nothing: part of it may have left
     * @param httpStatus 0 when no answer began
     * @param detail for the log; holds neither request nor answer
     */
    record Ambiguous<T>(Doubt doubt, boolean requestWritten, int httpStatus, String detail, Instant handed)
            implements MexcResult<T> {}

    /**
     * Proof that nothing left this machine.
     *
     * @param detail for the log
     * @param retryAt for an empty budget, when there is room again
     */
    record NotSent<T>(Cause cause, String detail, @Nullable Instant retryAt) implements MexcResult<T> {}

    enum Doubt {
        /** No whole answer in time. */
        TIMEOUT,
        /** The connection broke after the request had been given to it. */
        RESET,
        /** A 5xx, or a code by which the exchange itself does not know. */
        SERVER_ERROR,
        /** An answer that is not what was asked for: HTML, cut JSON, a redirect, a missing field. */
        UNREADABLE
    }

    enum Cause {
        /** Refused, unreachable, unknown host or failed TLS. */
        CONNECT_FAILED,
        /** No connection in time. */
        CONNECT_TIMEOUT,
        /** Too many calls were already waiting for a connection. */
        POOL_FULL,
        /** Our own limit (see {@code detail}) or a pause the exchange imposed. */
        BUDGET_EMPTY,
        /** The signed request is no longer, or not yet, acceptable by the exchange's clock. */
        OUTSIDE_WINDOW,
        /** The wire has been closed. */
        CLOSED
    }
}
