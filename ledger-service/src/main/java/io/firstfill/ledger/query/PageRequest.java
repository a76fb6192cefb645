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
}
