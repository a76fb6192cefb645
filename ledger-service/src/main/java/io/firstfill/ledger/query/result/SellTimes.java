package io.firstfill.ledger.query.result;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The time of each step of a sell, null where no message has reported it. The contract's
 * {@link io.firstfill.contract.exit.SellTimeline} describes the times that are not described here.
 *
 * @param recordedAt when the journal recorded the step from which the sell's status comes
 * @param fillRecordedAt when the journal recorded the first message that reported a fill
 * @param hopMicros microseconds by hop where both ends are known
 */
public record SellTimes(
        @Nullable Instant pricedAt,
        @Nullable Instant triggeredAt,
        @Nullable Instant submittedAt,
        @Nullable Instant signedAt,
        @Nullable Instant writtenAt,
        @Nullable Instant answeredAt,
        @Nullable Instant filledAt,
        @Nullable Instant exchangeTime,
        @Nullable Instant recordedAt,
        @Nullable Instant fillRecordedAt,
        Map<String, Long> hopMicros) {
    public SellTimes {
        hopMicros = Map.copyOf(hopMicros);
    }
}
