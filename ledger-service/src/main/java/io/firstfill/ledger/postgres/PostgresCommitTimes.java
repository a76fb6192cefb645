package io.firstfill.ledger.postgres;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.ledger.journal.CommitTimes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Writes the table {@code order_commit}. A step that a later transaction has recorded meanwhile gets its time from that
 * transaction.
 */
@ApplicationScoped
class PostgresCommitTimes implements CommitTimes {
    private static final String COMMITTED = """
            INSERT INTO order_commit AS c (client_order_id, environment, recorded_at, committed_at, fill_committed_at)
            SELECT client_order_id, environment, recorded_at, $2,
                CASE WHEN fill_recorded_at <= $2 THEN $2::timestamptz END
            FROM orders
            WHERE client_order_id = ANY ($1) AND recorded_at <= $2
            ORDER BY client_order_id
            ON CONFLICT (client_order_id) DO UPDATE SET
                committed_at = CASE WHEN excluded.recorded_at > c.recorded_at
                    THEN excluded.committed_at ELSE c.committed_at END,
                recorded_at = greatest(excluded.recorded_at, c.recorded_at),
                fill_committed_at = least(c.fill_committed_at, excluded.fill_committed_at)
            """;

    private final Pool pool;

    PostgresCommitTimes(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> committed(Set<ClientOrderId> orders, Instant at) {
        String[] ids = orders.stream().map(ClientOrderId::value).toArray(String[]::new);
        return pool.preparedQuery(COMMITTED)
                .execute(Tuple.of(ids, at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
