package io.firstfill.mexc;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.outcome.Outcome;
import io.firstfill.mexc.outcome.OutcomeTable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended. For an order the distinction that matters is between {@link Ambiguous}, after which the order may
 * exist, and the other results, after which its existence is known.
 */
public sealed interface MexcResult<T> {

    /** The exchange answered, and the answer was understood. */
    record Answer<T>(T value, Timing timing) implements MexcResult<T> {

        public Answer {
            requireNonNull(value, "value");
        }
    }

    /**
     * The exchange refused with a code of its own: proof that it did not do what was asked.
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
     * The exchange turned the request away before executing it. The budget has been updated.
     *
     * @param status 429 too fast, 418 banned, 403 firewall
     * @param retryAfter as the exchange stated it, if it did
     * @param html the answer came from the network in front of the exchange, not from the exchange
     */
    record Throttled<T>(int status, @Nullable Duration retryAfter, boolean html, Timing timing)
            implements MexcResult<T> {}

    /**
     * The request may have been executed. For an order: query the order, and never send it again before.
     *
     * @param requestWritten true when the socket took the whole request. False proves nothing: part of the request may
     *     have left
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

    /** Why a result is ambiguous. */
    enum Doubt {
        /** No complete answer arrived in time. */
        TIMEOUT,
        /** The connection broke after the request had been given to it. */
        RESET,
        /** A 5xx, or a code by which the exchange says that it does not know. */
        SERVER_ERROR,
        /** The answer is not what was asked for: HTML, cut JSON, a redirect, a missing field. */
        UNREADABLE
    }

    /** Why a request was not sent. */
    enum Cause {
        /** The connection was refused, the host unreachable or unknown, or TLS failed. */
        CONNECT_FAILED,
        /** There was no connection in time. */
        CONNECT_TIMEOUT,
        /** Too many calls were already waiting for a connection. */
        POOL_FULL,
        /** A limit of our own (see {@code detail}), or a pause that the exchange imposed, forbade the call. */
        BUDGET_EMPTY,
        /** The signed request is no longer, or not yet, acceptable by the exchange's clock. */
        OUTSIDE_WINDOW,
        /** The wire has been closed. */
        CLOSED
    }
}
