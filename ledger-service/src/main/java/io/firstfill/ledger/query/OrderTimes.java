package io.firstfill.ledger.query;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When each step of an order happened, as far as it has been told; see the Timeline of the contract.
 *
 * @param recordedAt when the journal recorded the step its status comes from
 * @param fillRecordedAt when the journal recorded the first message that told of a fill
 * @param hopMicros microseconds by hop where both ends are known; those measured from the exchange's clock may be negative
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
