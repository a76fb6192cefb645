package io.firstfill.contract.order;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When each step of a buy happened; our clock unless said. Null where the step did not happen or, in a record from before
 * it was told, is not known. Of several requests it describes the one last signed.
 *
 * @param openingTime announced, by the exchange's clock; null for a surprise
 * @param eventTime when the exchange says that trading begins or began, by its clock: the announced opening, or for a
 *     surprise the stamp of the record it was first seen in; null where that bears none, as lists of symbols do not
 * @param detectedAt first sight of the listing
 * @param signaledAt signal published
 * @param consumedAt signal read by the trader
 * @param firedAt decision to send: at the opening, or at once for a surprise
 * @param submittedAt order durable on Kafka; a scheduled one becomes so while its request is on its way
 * @param signedAt last request signed: before the opening when a scheduled buy needed one request only, and for a surprise
 *     perhaps before it is durable
 * @param writtenAt last request written to the socket
 * @param answeredAt its answer read
 * @param filledAt first fill known
 * @param exchangeTime transactTime of the exchange
 */
public record Timeline(
        @Nullable Instant openingTime,
        @Nullable Instant eventTime,
        Instant detectedAt,
        Instant signaledAt,
        Instant consumedAt,
        @Nullable Instant firedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant signedAt,
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
