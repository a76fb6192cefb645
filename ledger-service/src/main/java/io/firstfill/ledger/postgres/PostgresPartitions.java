package io.firstfill.ledger.postgres;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.maintenance.Partitions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** Calls the function of the migration {@code journal_partitions}, which runs with the rights of the owner. */
@ApplicationScoped
class PostgresPartitions implements Partitions {
    private static final String ALERTED = """
            SELECT environment FROM alert
            WHERE kind = 'CHANNEL_STOPPED' AND subject = $1 AND cleared_at IS NULL
            ORDER BY environment
            """;

    private final Pool pool;

    PostgresPartitions(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> create(int monthsAhead) {
        return pool.preparedQuery("SELECT journal_create_partitions($1)")
                .execute(Tuple.of(monthsAhead))
                .replaceWithVoid();
    }

    @Override
    public Uni<Instant> end() {
        return pool.query("SELECT max(to_time) AS end_time FROM journal_partition")
                .execute()
                .map(rows ->
                        rows.iterator().next().getOffsetDateTime("end_time").toInstant());
    }

    @Override
    public Uni<List<EnvironmentId>> alerted(String subject) {
        return pool.preparedQuery(ALERTED)
                .execute(Tuple.of(subject))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> EnvironmentId.of(row.getString("environment")))
                        .toList());
    }
}
