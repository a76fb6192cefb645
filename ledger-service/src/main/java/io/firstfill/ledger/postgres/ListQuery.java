package io.firstfill.ledger.postgres;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.PageRequest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement that reads one page of a list. It takes the latest keys of every scope that may hold an item of the page
 * (the migration {@code list_indexes} describes scopes), merges them, and reads the items of the keys that remain. So
 * the number of rows read is bounded, however many there are and wherever the filters match.
 */
record ListQuery(String sql, Tuple arguments) {
    private static final String SELECT = "SELECT row_to_json(v)::text AS item FROM api_";
    private static final String LATEST_FIRST = " ORDER BY sort_time DESC, sort_key DESC";
    private static final List<String> ANY = List.of("");

    static ListQuery of(ApiList<?> list, PageRequest request) {
        Builder builder = new Builder();
        String keys = keys(builder, list, request);
        String item = SELECT + list.name() + " v WHERE v.\"" + list.key() + "\" = p.sort_key";
        // OFFSET keeps the planner from making a join over the whole view out of it.
        String sql = "SELECT i.item, p.sort_time, p.sort_key::text AS sort_key FROM (" + keys
                + ") p CROSS JOIN LATERAL (" + item + " OFFSET 0) i" + LATEST_FIRST.replace("sort_", "p.sort_");
        return new ListQuery(sql, Tuple.tuple(builder.arguments));
    }

    private static String keys(Builder builder, ApiList<?> list, PageRequest request) {
        // The limit is not an argument, so that the planner knows it.
        String limit = LATEST_FIRST + " LIMIT " + (request.limit() + 1);
        return "SELECT k.sort_time, k.sort_key FROM " + environments(builder, request)
                + statuses(builder, list, request)
                + " CROSS JOIN LATERAL (SELECT l.sort_time, l.sort_key FROM list_" + list.name() + " l WHERE "
                + scope(builder, list, request) + position(builder, list, request) + limit + ") k" + limit;
    }

    private static String environments(Builder builder, PageRequest request) {
        return request.environment() == null
                ? "journal_head e"
                : "(SELECT " + builder.argument(request.environment().value()) + "::text AS environment) e";
    }

    private static String statuses(Builder builder, ApiList<?> list, PageRequest request) {
        String[] statuses = statuses(list, request.status()).toArray(String[]::new);
        return " CROSS JOIN unnest(" + builder.argument(statuses) + "::text[]) AS s (status)";
    }

    /** Returns the statuses, as scopes have them, that a request for one status, or for any, may find. */
    private static Stream<String> statuses(ApiList<?> list, @Nullable String requested) {
        List<String> wanted = list.statuses().isEmpty() ? ANY : list.statuses();
        return (requested == null ? wanted : List.of(requested))
                .stream().flatMap(status -> endings(list).stream().map(ending -> status + ending));
    }

    /** Returns every scope that items of the environment can have in a list with statuses. */
    static String[] scopes(ApiList<?> list, EnvironmentId environment) {
        return statuses(list, null).map(status -> environment + " " + status).toArray(String[]::new);
    }

    /** Returns what the statuses in the scopes of the list end in: {@code +} where something of an order was filled. */
    private static List<String> endings(ApiList<?> list) {
        return switch (list.name()) {
            case "order" -> List.of("", "+");
            case "trade" -> List.of("+");
            default -> ANY;
        };
    }

    private static String scope(Builder builder, ApiList<?> list, PageRequest request) {
        StringBuilder column = new StringBuilder("l.scope");
        StringBuilder value = new StringBuilder("e.environment");
        if (request.runId() != null) {
            column.append("_run");
            value.append(" || ' ' || ")
                    .append(builder.argument(request.runId().toString()))
                    .append("::text");
        }
        if (request.pair() != null) {
            column.append("_pair");
            value.append(" || ' ' || ")
                    .append(builder.argument(request.pair().toString()))
                    .append("::text");
        }
        if (!list.statuses().isEmpty()) {
            value.append(" || ' ' || s.status");
        }
        return column + " = " + value;
    }

    private static String position(Builder builder, ApiList<?> list, PageRequest request) {
        StringBuilder conditions = new StringBuilder();
        if (request.from() != null) {
            conditions.append(" AND l.sort_time >= ").append(builder.argument(time(request.from())));
        }
        if (request.to() != null) {
            conditions.append(" AND l.sort_time < ").append(builder.argument(time(request.to())));
        }
        Cursor cursor = request.cursor();
        if (cursor != null) {
            Object key = list.keyType().parse(cursor.key()).orElseThrow();
            conditions
                    .append(" AND (l.sort_time, l.sort_key) < (")
                    .append(builder.argument(time(cursor.time())))
                    .append(", ")
                    .append(builder.argument(key))
                    .append(")");
        }
        return conditions.toString();
    }

    /** Returns the statement that finds the item with the key {@code $1}. */
    static String one(ApiList<?> list) {
        return SELECT + list.name() + " v WHERE v.\"" + list.key() + "\" = $1";
    }

    static @Nullable Object time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** The numbered arguments of a statement. */
    private static final class Builder {
        private final List<@Nullable Object> arguments = new ArrayList<>();

        String argument(@Nullable Object value) {
            arguments.add(value);
            return "$" + arguments.size();
        }
    }
}
