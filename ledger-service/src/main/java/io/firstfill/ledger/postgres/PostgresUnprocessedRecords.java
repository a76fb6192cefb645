package io.firstfill.ledger.postgres;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.status.UnprocessedRecords;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads the open alerts about records, those of topics that must be read first. Their subject is the record's place; a
 * service may use other subjects.
 */
@ApplicationScoped
class PostgresUnprocessedRecords implements UnprocessedRecords {
    private static final String PLACES = """
            SELECT environment, subject
            FROM (SELECT environment, subject, row_number() OVER (PARTITION BY environment
                      ORDER BY subject ~ '^(listings|alerts)[.]', raised_at) AS place
                  FROM alert
                  WHERE cleared_at IS NULL AND kind IN ('UNREADABLE_MESSAGE', 'RECORDS_LOST')
                      AND subject ~ '^[a-z.0-9-]+-[0-9]{1,9}@[0-9]{1,18}$') open
            WHERE place <= 100
            ORDER BY environment, place
            """;

    private final Pool pool;

    PostgresUnprocessedRecords(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<EnvironmentId, List<RecordPlace>>> places() {
        return pool.query(PLACES)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                PostgresUnprocessedRecords::environment,
                                Collectors.mapping(
                                        row -> RecordPlace.of(row.getString("subject")), Collectors.toList()))));
    }

    private static EnvironmentId environment(Row row) {
        return EnvironmentId.of(row.getString("environment"));
    }
}
