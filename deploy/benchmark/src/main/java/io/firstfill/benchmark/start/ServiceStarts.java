package io.firstfill.benchmark.start;

import io.firstfill.benchmark.result.Percentiles;

/**
 * The starts of one service.
 *
 * @param service its name
 * @param serving from the start of the process to the first answer of its health check, which says that it lives
 * @param ready from the start of the process to the answer that it is ready; of the trader with the wait for its lease
 *     and the warm-up, of the scanner with its warm-up
 * @param residentKibibytes the resident memory of the process when it had become ready
 * @param cached whether it used an ahead-of-time cache
 */
public record ServiceStarts(
        String service, Percentiles serving, Percentiles ready, Percentiles residentKibibytes, boolean cached) {}
