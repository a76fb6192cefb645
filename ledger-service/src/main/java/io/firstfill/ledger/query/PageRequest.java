package io.firstfill.ledger.query;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Pair;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
        Filters filters,
        int limit,
        @Nullable Cursor cursor) {
    public static final int MAX_LIMIT = 500;
    public static final int DEFAULT_LIMIT = 100;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** Returns a request for every item on one page, which a cursor reads. */
    public PageRequest unlimited() {
        return new PageRequest(environment, from, to, filters, Integer.MAX_VALUE - 1, null);
    }

    /**
     * The filters that only some lists have. An item matches one of the values of each filter; an empty filter matches
     * every item.
     */
    public record Filters(
            List<String> statuses,
            @Nullable RunId runId,
            @Nullable Pair pair,
            List<String> kinds,
            List<String> reasons) {
        public static final Filters ANY = new Filters(List.of(), null, null, List.of(), List.of());

        public Filters {
            statuses = statuses.stream().distinct().sorted().toList();
            kinds = kinds.stream().distinct().sorted().toList();
            reasons = reasons.stream().distinct().sorted().toList();
        }
    }

    /** Creates a request with at most one status, and without the filters of few lists. */
    public PageRequest(
            @Nullable EnvironmentId environment,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String status,
            @Nullable RunId runId,
            @Nullable Pair pair,
            int limit,
            @Nullable Cursor cursor) {
        this(
                environment,
                from,
                to,
                new Filters(status == null ? List.of() : List.of(status), runId, pair, List.of(), List.of()),
                limit,
                cursor);
    }

    /** Returns a request for the latest item of the environment. */
    public static PageRequest latest(EnvironmentId environment) {
        return new PageRequest(environment, null, null, Filters.ANY, 1, null);
    }

    /** Returns the same request for the page after the cursor; for the first page where the cursor is null. */
    public PageRequest after(@Nullable Cursor end) {
        return new PageRequest(environment, from, to, filters, limit, end);
    }

    /** Returns what identifies the list and everything that selects its items: a cursor continues no other query. */
    public String query(ApiList<?> list) {
        String parts = String.join("\n", list.name(), "" + environment, "" + from, "" + to, filters.toString());
        return UUID.nameUUIDFromBytes(parts.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Whether the time is in the years that RFC 3339 and the database can carry. */
    public static boolean isTime(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }
}
