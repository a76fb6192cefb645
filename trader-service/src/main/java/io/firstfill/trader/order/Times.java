package io.firstfill.trader.order;

import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.order.Timeline;
import io.firstfill.trader.order.PlaceAnswer.Travel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds one moment after the other to a {@link Timeline}, each when it becomes known. */
public final class Times {
    private Times() {}

    /** The timeline of a signal that has just been consumed. */
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

    /** The timeline of an order of the past whose signal is not known any more. */
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

    /** Begins a new request: written, answered and exchange time of the request before are dropped. */
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

    /** Adds the moment of the first fill; a later fill does not change it. */
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
