package io.firstfill.ledger.query;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a list, by what all of them have in common; null means any.
 *
 * @param from inclusive
 * @param to exclusive
 * @param limit 1 to {@link #MOST}
 */
public record Filter(
        @Nullable EnvironmentId environment,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String status,
        @Nullable RunId runId,
        @Nullable Pair pair,
        int limit,
        @Nullable Cursor cursor) {
    public static final int MOST = 500;
    public static final int USUAL = 100;
}
