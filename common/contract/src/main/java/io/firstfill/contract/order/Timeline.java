package io.firstfill.contract.order;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When each step of a buy happened; our clock unless said. Null where the step did not happen.
 *
 * @param openingTime announced, by the exchange's clock
 * @param detectedAt first sight of the listing
 * @param signaledAt signal published
 * @param consumedAt signal read by the trader
 * @param firedAt decision to send: at the opening, or at once for a surprise
 * @param submittedAt order durable on Kafka
 * @param writtenAt first byte of the last request given to the socket
 * @param answeredAt answer read
 * @param filledAt fill known
 * @param exchangeTime transactTime of the exchange
 */
public record Timeline(
        @Nullable Instant openingTime,
        Instant detectedAt,
        Instant signaledAt,
        Instant consumedAt,
        @Nullable Instant firedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant writtenAt,
        @Nullable Instant answeredAt,
        @Nullable Instant filledAt,
        @Nullable Instant exchangeTime) {
    public Timeline {
        Objects.requireNonNull(detectedAt, "detectedAt");
        Objects.requireNonNull(signaledAt, "signaledAt");
        Objects.requireNonNull(consumedAt, "consumedAt");
    }
}
