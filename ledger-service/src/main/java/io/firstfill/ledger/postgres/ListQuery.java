package io.firstfill.ledger.postgres;

import io.firstfill.ledger.query.Catalogue;
import io.firstfill.ledger.query.Filter;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement with only the conditions that were asked for, so that the planner sees them. */
record ListQuery(String sql, Tuple arguments) {
    private static final String SELECT = "SELECT row_to_json(v)::text AS item, v.sort_time, v.sort_key FROM api_";

    static ListQuery of(Catalogue<?> catalogue, Filter filter) {
        Conditions where = new Conditions();
        where.add("v.environment = ", text(filter.environment()));
        where.add("v.sort_time >= ", time(filter.from()));
        where.add("v.sort_time < ", time(filter.to()));
        where.add("v.status = ", filter.status());
        where.add(
                "v.\"runId\" = ", filter.runId() == null ? null : filter.runId().value());
        where.add("v.pair = ", text(filter.pair()));
        if (filter.cursor() != null) {
            where.before(time(filter.cursor().time()), filter.cursor().key());
        }
        return where.select(catalogue, filter.limit() + 1);
    }

    static String one(Catalogue<?> catalogue) {
        return SELECT + catalogue.name() + " v WHERE v.\"" + catalogue.key() + "\"::text = $1";
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static @Nullable Object time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** Conditions and their numbered arguments. */
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

        ListQuery select(Catalogue<?> catalogue, int limit) {
            arguments.add(limit);
            String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
            String sql = SELECT + catalogue.name() + " v" + where
                    + " ORDER BY v.sort_time DESC, v.sort_key DESC LIMIT $" + arguments.size();
            return new ListQuery(sql, Tuple.tuple(arguments));
        }
    }
}
