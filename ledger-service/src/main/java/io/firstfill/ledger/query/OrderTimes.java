package io.firstfill.ledger.query;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time of each step of an order, null where no message has reported it. The contract's
 * {@link io.firstfill.contract.order.Timeline} describes the times that are not described here.
 *
 * @param recordedAt when the journal recorded the step from which the order's status comes
 * @param fillRecordedAt when the journal recorded the first message that reported a fill
 * @param hopMicros microseconds by hop where both ends are known; a hop measured from the exchange's clock may be
 *     negative
 */
public record OrderTimes(
        @Nullable Instant openingTime,
        @Nullable Instant eventTime,
        @Nullable Instant detectedAt,
        @Nullable Instant signaledAt,
        @Nullable Instant consumedAt,
        @Nullable Instant firedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant signedAt,
        @Nullable Instant writtenAt,
        @Nullable Instant answeredAt,
        @Nullable Instant filledAt,
        @Nullable Instant exchangeTime,
        @Nullable Instant recordedAt,
        @Nullable Instant fillRecordedAt,
        Map<String, Long> hopMicros) {
    public OrderTimes {
        hopMicros = Map.copyOf(hopMicros);
    }
}
