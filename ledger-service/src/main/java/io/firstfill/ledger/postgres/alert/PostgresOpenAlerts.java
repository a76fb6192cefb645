package io.firstfill.ledger.postgres.alert;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.ledger.alert.OpenAlerts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Reads the open alerts whose subject is the place of a record. At contract level 1 {@code RECORDS_LOST} is written as
 * {@code CHANNEL_STOPPED}.
 */
@ApplicationScoped
class PostgresOpenAlerts implements OpenAlerts {
    private static final String NOT_STATED = """
            SELECT alert_id, environment, kind, subject, severity, summary, run_id, last_raised_at
            FROM alert
            WHERE cleared_at IS NULL AND kind IN ('UNREADABLE_MESSAGE', 'RECORDS_LOST', 'CHANNEL_STOPPED')
                AND subject ~ '^[a-z.0-9-]+-[0-9]{1,9}@[0-9]{1,18}$' AND last_raised_at <= $1
            ORDER BY last_raised_at
            LIMIT 200
            """;

    private final Pool pool;

    PostgresOpenAlerts(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Open>> notStatedSince(Instant time) {
        return pool.preparedQuery(NOT_STATED)
                .execute(Tuple.of(time.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PostgresOpenAlerts::open)
                        .toList());
    }

    private static Open open(Row row) {
        MessageId origin = new MessageId(row.getUUID("alert_id"));
        UUID run = row.getUUID("run_id");
        return new Open(
                origin,
                new AlertRaised(
                        Meta.first(
                                origin, row.getOffsetDateTime("last_raised_at").toInstant()),
                        EnvironmentId.of(row.getString("environment")),
                        AlertKind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("summary"),
                        run == null ? null : new RunId(run)));
    }
}
