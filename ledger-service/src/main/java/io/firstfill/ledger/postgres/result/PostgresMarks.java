package io.firstfill.ledger.postgres.result;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.mark.Marks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps the prices in the table {@code position_mark}, and moves the head of their topic, by which a poll of a result
 * learns that they have changed.
 */
@ApplicationScoped
class PostgresMarks implements Marks {
    private static final String KEEP = """
            WITH m AS (
                SELECT p ->> 'environment' AS environment, (p #>> '{meta,occurredAt}')::timestamptz AS at,
                    p #>> '{meta,id}' AS id, p -> 'marks' AS marks
                FROM (SELECT $1::text::jsonb AS p) s),
            kept AS (
                INSERT INTO position_mark AS o (position_id, environment, marked_at, bid, priced_at, stale, highest,
                    triggers)
                SELECT (k ->> 'positionId')::uuid, m.environment, m.at, (k ->> 'bid')::numeric,
                    (k ->> 'pricedAt')::timestamptz, (k ->> 'stale')::boolean, (k ->> 'highest')::numeric, k -> 'next'
                FROM m CROSS JOIN LATERAL jsonb_array_elements(m.marks) AS k
                ON CONFLICT (position_id) DO UPDATE SET
                    marked_at = excluded.marked_at, bid = excluded.bid, priced_at = excluded.priced_at,
                    stale = excluded.stale, highest = excluded.highest, triggers = excluded.triggers
                WHERE excluded.marked_at >= o.marked_at)
            INSERT INTO topic_head AS h (environment, topic, position, hash)
            SELECT environment, $2::text, 1, sha256(id::bytea) FROM m
            ON CONFLICT (environment, topic) DO UPDATE SET hash = excluded.hash
            """;

    private final Pool pool;

    PostgresMarks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> keep(String marked) {
        return pool.preparedQuery(KEEP).execute(Tuple.of(marked, Topics.MARKS)).replaceWithVoid();
    }
}
