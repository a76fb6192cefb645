package io.firstfill.ledger.postgres.result;

import io.firstfill.ledger.query.Cursor;
import io.firstfill.ledger.query.result.ResultRequest;
import io.firstfill.ledger.query.result.ResultRequest.By;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement that sums positions by one key and their quote asset, the latest first. It reads the positions of an
 * environment, or of a run, that were opened in the interval, each once and by an index.
 */
public record ResultSql(String sql, Tuple arguments) {
    /** Nothing of a position happens before it is opened, so that only the end bounds the positions of days. */
    private static final String POSITIONS_OF_DAYS = """
            (SELECT o.p FROM unnest($1::text[]) AS s (scope) CROSS JOIN LATERAL (
                SELECT p FROM position p WHERE SCOPE = s.scope AND p.opened_at < coalesce($3::timestamptz, 'infinity')
                ) o) held (p)
            """;

    private static final String POSITIONS = POSITIONS_OF_DAYS.replace(
            "'infinity')", "'infinity') AND p.opened_at >= coalesce($2::timestamptz, '-infinity')");

    private static final String PAGE = """
            SELECT json_build_object(FIELDS)::text AS item, g.sort_time, g.sort_key
            FROM (SUMS) g
            WHERE $4::timestamptz IS NULL OR (g.sort_time, g.sort_key) < ($4, $5::text)
            ORDER BY g.sort_time DESC, g.sort_key DESC
            LIMIT $6
            """;

    private static final String FIELDS = """
            'environment', g.environment, 'key', g.key, 'quote', g.quote, 'positions', g.positions,
                'cost', amount_text(g.cost), 'proceeds', amount_text(g.proceeds), 'fees', amount_text(g.fees),
                'realised', amount_text(g.realised)
            """;

    private static final String POSITION_FIELDS = FIELDS.stripTrailing() + """
            , 'open', g.open, 'unpriced', g.unpriced, 'otherFees', g.other_fees,
                'unrealised', amount_text(g.unrealised), 'paidOverFirstTrade', amount_text(g.paid_over_first),
                'receivedOverFirstTrade', amount_text(g.received_over_first),
                'receivedOverTrigger', amount_text(g.received_over_trigger)
            """;

    private static final String SUMS = """
            SELECT k.key || ' ' || k.quote AS sort_key, min((held.p).opened_at) AS sort_time, k.key, k.quote,
                min((held.p).environment) AS environment, count(*) AS positions,
                count(*) FILTER (WHERE (held.p).closed_at IS NULL) AS open,
                count(*) FILTER (WHERE (held.p).closed_at IS NULL AND r.bid IS NULL) AS unpriced,
                sum(r.cost) AS cost, sum(r.proceeds) AS proceeds, sum(r.fees) AS fees, sum(r.realised) AS realised,
                sum(r.unrealised) AS unrealised, sum(r.paid_over_first) AS paid_over_first,
                sum(r.received_over_first) AS received_over_first,
                sum(r.received_over_trigger) AS received_over_trigger, summed_fees(array_agg(r.other_fees)) AS other_fees
            FROM POSITIONS
            CROSS JOIN LATERAL position_result(held.p) r
            CROSS JOIN LATERAL (SELECT coalesce(KEY, 'UNKNOWN') AS key, split_part((held.p).pair, '/', 2) AS quote) k
            GROUP BY k.key, k.quote
            """;

    /** A moment counts on its own day, whenever its position was opened. */
    private static final String DAYS = """
            SELECT to_char(d.day, 'YYYY-MM-DD') || ' ' || d.quote AS sort_key, d.day AT TIME ZONE 'UTC' AS sort_time,
                to_char(d.day, 'YYYY-MM-DD') AS key, d.quote, d.environment, sum(d.opened) AS positions,
                sum(d.cost) AS cost, sum(d.proceeds) AS proceeds, sum(d.fees) AS fees, sum(d.realised) AS realised
            FROM (SELECT m.*, date_trunc('day', m.at AT TIME ZONE 'UTC') AS day, (held.p).environment,
                      split_part((held.p).pair, '/', 2) AS quote
                  FROM POSITIONS
                  CROSS JOIN LATERAL position_moments(held.p) m
                  WHERE m.at >= coalesce($2::timestamptz, '-infinity')
                      AND m.at < coalesce($3::timestamptz, 'infinity')) d
            GROUP BY d.day, d.quote, d.environment
            """;

    private static final String SCOPE =
            "p.environment || ' ' || CASE WHEN p.closed_at IS NULL THEN 'OPEN' ELSE 'CLOSED'" + " END";
    private static final String SCOPE_OF_RUN = SCOPE.replace("' ' || CASE", "' ' || p.run_id::text || ' ' || CASE");

    public static ResultSql of(ResultRequest request) {
        Cursor cursor = request.cursor();
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(scopes(request))
                .addValue(time(request.from()))
                .addValue(time(request.to()))
                .addValue(cursor == null ? null : time(cursor.time()))
                .addValue(cursor == null ? null : cursor.key())
                .addInteger(request.limit() + 1);
        return new ResultSql(sql(request), arguments);
    }

    private static String sql(ResultRequest request) {
        boolean days = request.by() == By.DAY;
        String held = days ? POSITIONS_OF_DAYS : POSITIONS;
        return PAGE.replace("FIELDS", days ? FIELDS : POSITION_FIELDS)
                .replace("SUMS", days ? DAYS : SUMS)
                .replace("POSITIONS", held)
                .replace("SCOPE", request.run() == null ? SCOPE : SCOPE_OF_RUN)
                .replace("KEY", key(request.by()));
    }

    private static String key(By by) {
        return switch (by) {
            case POSITION, DAY -> "(held.p).position_id::text";
            case RUN -> "(held.p).run_id::text";
            case SOURCE -> "r.source";
            case STYLE -> "r.style";
        };
    }

    private static String[] scopes(ResultRequest request) {
        String start = request.environment() + " " + (request.run() == null ? "" : request.run() + " ");
        return Stream.of("OPEN", "CLOSED").map(status -> start + status).toArray(String[]::new);
    }

    private static @Nullable Object time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
