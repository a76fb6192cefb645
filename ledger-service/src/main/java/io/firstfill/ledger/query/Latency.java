package io.firstfill.ledger.query;

/**
 * How long one hop took over many orders, in microseconds. Percentiles are values that were measured, none in between.
 *
 * @param kind scheduled or surprise
 * @param hop as in the orders and in the metrics
 * @param count orders that have both ends of it
 */
public record Latency(
        String kind, String hop, long count, long p50Micros, long p95Micros, long p99Micros, long maxMicros) {}
