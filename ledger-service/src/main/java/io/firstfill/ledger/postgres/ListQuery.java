package io.firstfill.ledger.postgres;

import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.PageRequest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement over one list, with only the conditions that were requested, so that the planner knows which they are.
 */
record ListQuery(String sql, Tuple arguments) {
    private static final String SELECT = "SELECT row_to_json(v)::text AS item, v.sort_time, v.sort_key FROM api_";

    static ListQuery of(ApiList<?> list, PageRequest request) {
        Conditions where = new Conditions();
        where.add("v.environment = ", text(request.environment()));
        where.add("v.sort_time >= ", time(request.from()));
        where.add("v.sort_time < ", time(request.to()));
        where.add("v.status = ", request.status());
        where.add(
                "v.\"runId\" = ",
                request.runId() == null ? null : request.runId().value());
        where.add("v.pair = ", text(request.pair()));
        if (request.cursor() != null) {
            where.before(time(request.cursor().time()), request.cursor().key());
        }
        return where.select(list, request.limit() + 1);
    }

    /** Returns the statement that finds the item with the key {@code $1}. */
    static String one(ApiList<?> list) {
        return SELECT + list.name() + " v WHERE v.\"" + list.key() + "\"::text = $1";
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static @Nullable Object time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** The conditions of a statement and their numbered arguments. */
    private static final class Conditions {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> arguments = new ArrayList<>();

        void add(String condition, @Nullable Object argument) {
            if (argument != null) {
                arguments.add(argument);
                conditions.add(condition + "$" + arguments.size());
            }
        }

        void before(@Nullable Object time, String key) {
            add("(v.sort_time, v.sort_key) < (", time);
            arguments.add(key);
            conditions.set(conditions.size() - 1, conditions.getLast() + ", $" + arguments.size() + ")");
        }

        ListQuery select(ApiList<?> list, int limit) {
            arguments.add(limit);
            String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
            String sql = SELECT + list.name() + " v" + where + " ORDER BY v.sort_time DESC, v.sort_key DESC LIMIT $"
                    + arguments.size();
            return new ListQuery(sql, Tuple.tuple(arguments));
        }
    }
}
