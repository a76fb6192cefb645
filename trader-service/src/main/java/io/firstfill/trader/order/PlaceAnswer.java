package io.firstfill.trader.order;

import io.firstfill.contract.order.Ambiguity;
import io.firstfill.contract.value.ExchangeOrderId;
import io.firstfill.contract.value.Price;
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
     * @param highest the highest price it would take, present exactly for {@link Meaning#PRICE_TOO_HIGH}
     */
    record Refused(
            int httpStatus,
            int code,
            String message,
            Meaning meaning,
            @Nullable Price highest,
            @Nullable Travel travel) implements PlaceAnswer {
        public Refused(int httpStatus, int code, String message, Meaning meaning) {
            this(httpStatus, code, message, meaning, null, null);
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

    /** What a refusal asks us to do. */
    enum Meaning {
        /** Probe again, paced. */
        NOT_OPEN_YET,
        /** Probe again until soon after the opening; from then on it means that the pair is barred. */
        NOT_OPEN_OR_BARRED,
        /** No order of the pair will be taken from us. */
        PAIR_BARRED,
        /** Another attempt may pass: unknown symbol, empty book. */
        TRY_AGAIN,
        /** Our stamp was off: another attempt with a new one. */
        CLOCK_OFF,
        STYLE_REFUSED,
        /** A lower price may pass. */
        PRICE_TOO_HIGH,
        TERMINAL,
        /** Account, permission or risk control. */
        ACCOUNT_REFUSED,
        /** The key itself. */
        KEY_REFUSED
    }
}
