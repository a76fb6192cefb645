package io.firstfill.trader.order;

import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.order.Timeline;
import io.firstfill.trader.order.PlaceAnswer.Travel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Steps of a {@link Timeline}, each added when it is known. */
public final class Times {
    private Times() {}

    public static Timeline of(ListingSignal signal, @Nullable Instant openingTime, Instant consumedAt) {
        return new Timeline(
                openingTime,
                openingTime == null ? signal.eventTime() : openingTime,
                signal.detectedAt(),
                signal.meta().occurredAt(),
                consumedAt,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** For an order met again after a restart whose signal is gone: only this is left of its past. */
    public static Timeline unknown(Instant firstKnown) {
        return new Timeline(null, null, firstKnown, firstKnown, firstKnown, null, null, null, null, null, null, null);
    }

    static Timeline fired(Timeline t, Instant at) {
        return new Timeline(
                t.openingTime(),
                t.eventTime(),
                t.detectedAt(),
                t.signaledAt(),
                t.consumedAt(),
                at,
                t.submittedAt(),
                t.signedAt(),
                t.writtenAt(),
                t.answeredAt(),
                t.filledAt(),
                t.exchangeTime());
    }

    static Timeline submitted(Timeline t, Instant at) {
        return new Timeline(
                t.openingTime(),
                t.eventTime(),
                t.detectedAt(),
                t.signaledAt(),
                t.consumedAt(),
                t.firedAt(),
                at,
                t.signedAt(),
                t.writtenAt(),
                t.answeredAt(),
                t.filledAt(),
                t.exchangeTime());
    }

    /** A new request: what was known of the one before is about that one. */
    static Timeline signed(Timeline t, Instant at) {
        return new Timeline(
                t.openingTime(),
                t.eventTime(),
                t.detectedAt(),
                t.signaledAt(),
                t.consumedAt(),
                t.firedAt(),
                t.submittedAt(),
                at,
                null,
                null,
                t.filledAt(),
                null);
    }

    static Timeline written(Timeline t, @Nullable Instant at) {
        return new Timeline(
                t.openingTime(),
                t.eventTime(),
                t.detectedAt(),
                t.signaledAt(),
                t.consumedAt(),
                t.firedAt(),
                t.submittedAt(),
                t.signedAt(),
                at,
                t.answeredAt(),
                t.filledAt(),
                t.exchangeTime());
    }

    static Timeline answered(Timeline t, Travel travel, @Nullable Instant exchangeTime) {
        return new Timeline(
                t.openingTime(),
                t.eventTime(),
                t.detectedAt(),
                t.signaledAt(),
                t.consumedAt(),
                t.firedAt(),
                t.submittedAt(),
                t.signedAt(),
                travel.writtenAt(),
                travel.answeredAt(),
                t.filledAt(),
                exchangeTime);
    }

    /** The first time stays. */
    static Timeline filled(Timeline t, Instant at) {
        return new Timeline(
                t.openingTime(),
                t.eventTime(),
                t.detectedAt(),
                t.signaledAt(),
                t.consumedAt(),
                t.firedAt(),
                t.submittedAt(),
                t.signedAt(),
                t.writtenAt(),
                t.answeredAt(),
                t.filledAt() == null ? at : t.filledAt(),
                t.exchangeTime());
    }
}
