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
 * Writes the times of commits into the orders, beside the next transaction. A step of an order that a later transaction
 * has recorded meanwhile, or is recording, gets its time from that transaction: to wait for it could end in a deadlock.
 */
@ApplicationScoped
class PostgresCommitTimes implements CommitTimes {
    private static final String COMMITTED = """
            UPDATE orders SET
                committed_at = CASE WHEN committed_at >= recorded_at THEN committed_at ELSE $2 END,
                fill_committed_at = coalesce(fill_committed_at, CASE WHEN fill_recorded_at <= $2 THEN $2 END)
            WHERE client_order_id IN (
                SELECT client_order_id FROM orders
                WHERE client_order_id = ANY ($1) AND recorded_at <= $2
                    AND (committed_at IS NULL OR committed_at < recorded_at
                        OR (fill_committed_at IS NULL AND fill_recorded_at IS NOT NULL))
                FOR NO KEY UPDATE SKIP LOCKED)
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
