package io.firstfill.ledger.query;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The duration of one hop over many orders, in microseconds. A percentile is always a value that was measured, never an
 * interpolation.
 *
 * @param kind scheduled or surprise
 * @param hop as in the orders and in the metrics
 * @param count number of orders in which both ends of the hop are known
 */
public record Latency(
        @Schema(enumeration = {"scheduled", "surprise"}) String kind,
        String hop,
        long count,
        long p50Micros,
        long p95Micros,
        long p99Micros,
        long maxMicros) {}
