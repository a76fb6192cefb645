package io.firstfill.trader.order;

import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.id.ExchangeOrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How sending an order ended. After {@link Doubtful} the order may exist; after the others we know. */
public sealed interface PlaceAnswer {
    /** When the request was written and answered, by our clock. */
    record Travel(Instant writtenAt, Instant answeredAt) {}

    /** Taken. Says nothing of fills. */
    record Acknowledged(ExchangeOrderId id, @Nullable Instant exchangeTime, Travel travel) implements PlaceAnswer {}

    /**
     * The exchange said no: proof that no order exists.
     *
     * @param travel of the request it answers; null where nobody measured
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

    /** Turned away for asking too much, unexecuted; {@code until} by our clock. */
    record Throttled(int status, Instant until) implements PlaceAnswer {}

    /** @param writtenAt the request, by our clock; null where not known */
    record Doubtful(
            Ambiguity ambiguity, String detail, @Nullable Instant writtenAt) implements PlaceAnswer {
        public Doubtful(Ambiguity ambiguity, String detail) {
            this(ambiguity, detail, null);
        }
    }

    /** Nothing left this machine; {@code retryAt} when there is a time after which it could. */
    record Unsent(String detail, @Nullable Instant retryAt) implements PlaceAnswer {}
}
