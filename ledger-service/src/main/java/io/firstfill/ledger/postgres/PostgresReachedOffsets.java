package io.firstfill.ledger.postgres;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.ReachedOffset;
import io.firstfill.ledger.journal.ReachedOffsets;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads and resets the table {@code journal_offset}, which the transactions of the journal write. */
@ApplicationScoped
class PostgresReachedOffsets implements ReachedOffsets {
    private static final String ALL = "SELECT topic, partition, recorded, published FROM journal_offset";
    private static final String REPLACE = """
            INSERT INTO journal_offset (topic, partition, recorded, published)
            SELECT * FROM unnest($1::text[], $2::integer[], $3::bigint[], $4::bigint[])
            ON CONFLICT (topic, partition) DO UPDATE SET
                recorded = excluded.recorded, published = excluded.published
            """;
    /** Never takes an offset back. */
    static final String ADVANCE = """
            INSERT INTO journal_offset AS o (topic, partition, recorded, published)
            SELECT * FROM unnest($1::text[], $2::integer[], $3::bigint[], $4::bigint[])
            ON CONFLICT (topic, partition) DO UPDATE SET
                recorded = greatest(o.recorded, excluded.recorded),
                published = greatest(o.published, excluded.published)
            """;

    private static final String ENVIRONMENTS =
            "SELECT environment FROM journal_head WHERE position > 0 ORDER BY environment";

    private final Pool pool;

    PostgresReachedOffsets(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<ReachedOffset>> all() {
        return pool.query(ALL)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PostgresReachedOffsets::offset)
                        .toList());
    }

    private static ReachedOffset offset(Row row) {
        return new ReachedOffset(
                row.getString("topic"), row.getInteger("partition"), row.getLong("recorded"), row.getLong("published"));
    }

    @Override
    public Uni<Void> replace(List<ReachedOffset> offsets) {
        return pool.preparedQuery(REPLACE).execute(columns(offsets)).replaceWithVoid();
    }

    @Override
    public Uni<Void> advance(List<ReachedOffset> offsets) {
        return pool.preparedQuery(ADVANCE).execute(columns(offsets)).replaceWithVoid();
    }

    @Override
    public Uni<List<EnvironmentId>> environments() {
        return pool.query(ENVIRONMENTS)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> EnvironmentId.of(row.getString("environment")))
                        .toList());
    }

    /** Returns one array for each column. All writers lock the rows in the same order, so no two block each other. */
    static Tuple columns(List<ReachedOffset> offsets) {
        List<ReachedOffset> ordered = offsets.stream()
                .sorted(Comparator.comparing(ReachedOffset::topic).thenComparingInt(ReachedOffset::partition))
                .toList();
        return Tuple.tuple()
                .addArrayOfString(ordered.stream().map(ReachedOffset::topic).toArray(String[]::new))
                .addArrayOfInteger(
                        ordered.stream().map(ReachedOffset::partition).toArray(Integer[]::new))
                .addArrayOfLong(ordered.stream().map(ReachedOffset::recorded).toArray(Long[]::new))
                .addArrayOfLong(ordered.stream().map(ReachedOffset::published).toArray(Long[]::new));
    }
}
