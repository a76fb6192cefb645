package io.firstfill.ledger.postgres;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.OrderItem;
import io.firstfill.ledger.query.PageRequest;
import io.firstfill.ledger.query.PageRequest.Filters;
import io.firstfill.ledger.query.report.ReportLists;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
                + values(builder, "s (status)", statuses(list, request.filters()))
                + (inScope(list, request.filters().kinds())
                        ? values(builder, "a (kind)", request.filters().kinds())
                        : "")
                + (request.filters().reasons().isEmpty()
                        ? ""
                        : values(builder, "r (reason)", request.filters().reasons()))
                + " CROSS JOIN LATERAL (SELECT l.sort_time, l.sort_key FROM list_" + list.name() + " l WHERE "
                + scope(builder, list, request.filters()) + position(builder, list, request) + limit + ") k" + limit;
    }

    private static String environments(Builder builder, PageRequest request) {
        return request.environment() == null
                ? "journal_head e"
                : "(SELECT " + builder.argument(request.environment().value()) + "::text AS environment) e";
    }

    private static String values(Builder builder, String alias, List<String> values) {
        return " CROSS JOIN unnest(" + builder.argument(values.toArray(String[]::new)) + "::text[]) AS " + alias;
    }

    /** Returns the statuses, as scopes have them, that a request for some statuses, or for any, may find. */
    private static List<String> statuses(ApiList<?> list, Filters filters) {
        List<String> all = list.statuses().isEmpty() ? ANY : list.statuses();
        List<String> wanted = filters.statuses().isEmpty() ? all : filters.statuses();
        String prefix = ReportLists.isReport(list) ? list.name() + ":" : "";
        return wanted.stream()
                .flatMap(status -> endings(list, filters.kinds()).stream().map(ending -> prefix + status + ending))
                .toList();
    }

    /** Returns every scope that orders of the environment, or of one of its runs, can have. */
    static String[] orderScopes(EnvironmentId environment, @Nullable RunId run, @Nullable String kind) {
        Filters ofKind = new Filters(List.of(), run, null, kind == null ? List.of() : List.of(kind), List.of());
        String start = environment + " " + (run == null ? "" : run + " ");
        return statuses(ApiList.ORDERS, ofKind).stream()
                .map(status -> start + status)
                .toArray(String[]::new);
    }

    /**
     * Returns what the statuses in the scopes of the list end in: {@code +} where something of an order was filled,
     * then {@code ~} for a surprise.
     */
    private static List<String> endings(ApiList<?> list, List<String> kinds) {
        if (!isOfOrders(list)) {
            return ANY;
        }
        List<String> filled = list.equals(ApiList.TRADES) ? List.of("+") : List.of("", "+");
        List<String> wanted = kinds.isEmpty() ? list.filters().kinds() : kinds;
        return filled.stream()
                .flatMap(fill -> wanted.stream().map(kind -> fill + (kind.equals("surprise") ? "~" : "")))
                .toList();
    }

    private static boolean isOfOrders(ApiList<?> list) {
        return list.item().equals(OrderItem.class);
    }

    /** Whether kinds are a part of the scope of their own: those of orders are in the endings. */
    private static boolean inScope(ApiList<?> list, List<String> kinds) {
        return !kinds.isEmpty() && !isOfOrders(list);
    }

    private static String scope(Builder builder, ApiList<?> list, Filters filters) {
        StringBuilder column = new StringBuilder("l.scope");
        StringBuilder value = new StringBuilder("e.environment");
        if (filters.runId() != null) {
            column.append("_run");
            value.append(and(builder.argument(filters.runId().toString()) + "::text"));
        }
        if (filters.pair() != null) {
            column.append("_pair");
            value.append(and(builder.argument(filters.pair().toString()) + "::text"));
        }
        if (inScope(list, filters.kinds())) {
            column.append("_kind");
            value.append(and("a.kind"));
        }
        if (!filters.reasons().isEmpty()) {
            column.append("_reason");
            value.append(and("r.reason"));
        }
        if (!list.statuses().isEmpty() || ReportLists.isReport(list)) {
            value.append(and("s.status"));
        }
        return column + " = " + value;
    }

    private static String and(String part) {
        return " || ' ' || " + part;
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
