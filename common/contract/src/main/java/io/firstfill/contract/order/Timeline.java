package io.firstfill.contract.order;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When each step of a buy happened, by our clock unless the parameter says otherwise. A time is null where its step did
 * not happen, or where a record was written before the time was part of it. When a buy needed several requests, the
 * timeline describes the one signed last.
 *
 * @param openingTime announced, by the exchange's clock; null for a surprise
 * @param eventTime when the exchange says that trading begins or began, by its clock: the announced opening, or for a
 *     surprise the timestamp of the record in which the listing was first seen; null where that record bears none, as
 *     lists of symbols do not
 * @param detectedAt listing first seen
 * @param signaledAt signal published
 * @param consumedAt signal read by the trader
 * @param firedAt decision to send: at the opening, or at once for a surprise
 * @param submittedAt order durable on Kafka; a scheduled order becomes durable while its request is on its way
 * @param signedAt last request signed: before the opening when a scheduled buy needed one request only, and for a
 *     surprise perhaps before the order is durable
 * @param writtenAt last request written to the socket
 * @param answeredAt answer to the last request read
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
