package io.firstfill.ledger.query;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Selects items of a list and the page to return; null in a filter means any.
 *
 * @param from inclusive
 * @param to exclusive
 * @param limit items on the page, 1 to {@link #MAX_LIMIT}
 * @param cursor end of the page before; null for the first page
 */
public record PageRequest(
        @Nullable EnvironmentId environment,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String status,
        @Nullable RunId runId,
        @Nullable Pair pair,
        int limit,
        @Nullable Cursor cursor) {
    public static final int MAX_LIMIT = 500;
    public static final int DEFAULT_LIMIT = 100;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** Returns a request for every item on one page, which a cursor reads. */
    public PageRequest unlimited() {
        return new PageRequest(environment, from, to, status, runId, pair, Integer.MAX_VALUE - 1, null);
    }

    /** Whether the time is in the years that RFC 3339 and the database can carry. */
    public static boolean isTime(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }
}
