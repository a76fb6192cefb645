package io.firstfill.trader.order;

import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.order.Timeline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Steps of a {@link Timeline}, each added when it is known. */
public final class Times {
    private Times() {}

    public static Timeline of(ListingSignal signal, @Nullable Instant openingTime, Instant consumedAt) {
        return new Timeline(
                openingTime,
                signal.detectedAt(),
                signal.meta().occurredAt(),
                consumedAt,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** For an order met again after a restart whose signal is gone: only this is left of its past. */
    public static Timeline unknown(Instant firstKnown) {
        return new Timeline(null, firstKnown, firstKnown, firstKnown, null, null, null, null, null, null);
    }

    static Timeline fired(Timeline t, Instant at) {
        return new Timeline(
                t.openingTime(), t.detectedAt(), t.signaledAt(), t.consumedAt(), at, null, null, null, null, null);
    }

    static Timeline submitted(Timeline t, Instant at) {
        return new Timeline(
                t.openingTime(),
                t.detectedAt(),
                t.signaledAt(),
                t.consumedAt(),
                t.firedAt(),
                at,
                t.writtenAt(),
                t.answeredAt(),
                t.filledAt(),
                t.exchangeTime());
    }

    static Timeline answered(
            Timeline t, @Nullable Instant written, @Nullable Instant answered, @Nullable Instant exchangeTime) {
        return new Timeline(
                t.openingTime(),
                t.detectedAt(),
                t.signaledAt(),
                t.consumedAt(),
                t.firedAt(),
                t.submittedAt(),
                written,
                answered,
                t.filledAt(),
                exchangeTime);
    }

    static Timeline filled(Timeline t, Instant at) {
        return new Timeline(
                t.openingTime(),
                t.detectedAt(),
                t.signaledAt(),
                t.consumedAt(),
                t.firedAt(),
                t.submittedAt(),
                t.writtenAt(),
                t.answeredAt(),
                at,
                t.exchangeTime());
    }
}
