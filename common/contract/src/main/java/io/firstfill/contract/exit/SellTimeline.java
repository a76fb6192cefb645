package io.firstfill.contract.exit;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When each step of a sell happened, by our clock unless the parameter says otherwise. A time is null where its step
 * did not happen. When a sell needed several requests, the timeline describes the one signed last.
 *
 * @param pricedAt the bid that triggered was read; null where no price has triggered
 * @param triggeredAt decision to sell
 * @param submittedAt sell durable on Kafka
 * @param signedAt last request signed
 * @param writtenAt last request written to the socket
 * @param answeredAt answer to the last request read
 * @param filledAt first fill known
 * @param exchangeTime transactTime of the exchange
 */
public record SellTimeline(
        @Nullable Instant pricedAt,
        Instant triggeredAt,
        @Nullable Instant submittedAt,
        @Nullable Instant signedAt,
        @Nullable Instant writtenAt,
        @Nullable Instant answeredAt,
        @Nullable Instant filledAt,
        @Nullable Instant exchangeTime) {
    public SellTimeline {
        Objects.requireNonNull(triggeredAt, "triggeredAt");
    }
}
