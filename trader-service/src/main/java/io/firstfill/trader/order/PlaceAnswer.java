package io.firstfill.trader.order;

import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.DenialReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of one request to place an order. After {@link Doubtful} the order may exist; every other answer is certain.
 */
public sealed interface PlaceAnswer {
    /** The times at which the request was written and answered, by our clock. */
    record Travel(Instant writtenAt, Instant answeredAt) {}

    /** The exchange has taken the order. The answer says nothing of fills. */
    record Acknowledged(ExchangeOrderId id, @Nullable Instant exchangeTime, Travel travel) implements PlaceAnswer {}

    /**
     * The exchange refused the order, which proves that no order exists.
     *
     * @param travel of the request that was refused; null where it was not measured
     */
    record Refused(
            int httpStatus,
            int code,
            String message,
            Reaction reaction,
            @Nullable Travel travel) implements PlaceAnswer {
        public Refused(int httpStatus, int code, String message, Reaction reaction) {
            this(httpStatus, code, message, reaction, null);
        }
    }

    /** The exchange turned the request away unexecuted, because of too many requests; {@code until} is by our clock. */
    record Throttled(int status, Instant until) implements PlaceAnswer {
        public String detail() {
            return "status=" + status + " until=" + until;
        }
    }

    /**
     * The request may or may not have been executed: timeout, reset, 5xx or an unreadable answer.
     *
     * @param writtenAt when the request was written, by our clock; null where not known
     */
    record Doubtful(
            Ambiguity ambiguity, String detail, @Nullable Instant writtenAt) implements PlaceAnswer {
        public Doubtful(Ambiguity ambiguity, String detail) {
            this(ambiguity, detail, null);
        }
    }

    /**
     * No request left this machine; {@code retryAt} is the time, by our clock, from which one may; null where not
     * known.
     */
    record Unsent(String detail, @Nullable Instant retryAt) implements PlaceAnswer {
        public DenialReason reason() {
            return retryAt == null ? DenialReason.NOT_SENT : DenialReason.THROTTLED;
        }
    }
}
