package io.firstfill.ledger.postgres;

import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.ledger.decision.ApplyDecision;
import io.firstfill.ledger.decision.SaveDecision;
import io.firstfill.ledger.decision.StartDecision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** Reads the inputs of decisions under the lock of the environment, one row for each decision. */
final class DecisionInputs {
    private static final String START = """
            SELECT (SELECT run_id FROM run WHERE environment = $1 AND state IN ('ACTIVE', 'SUSPENDED', 'STOPPING'))
                       AS active_run,
                   EXISTS (SELECT FROM run WHERE run_id = $2 AND state IN ('STOPPED', 'REJECTED')) AS stopped,
                   (SELECT content::text FROM configuration_version
                    WHERE environment = $1 AND configuration_id = $3 AND version = $4) AS snapshot,
                   EXISTS (SELECT FROM configuration
                           WHERE configuration_id = $3 AND archived_at IS NOT NULL) AS archived
            """;
    private static final String SAVE = """
            SELECT coalesce((SELECT current_version FROM configuration
                             WHERE environment = $1 AND configuration_id = $2), 0) AS current_version,
                   EXISTS (SELECT FROM configuration
                           WHERE environment = $1 AND configuration_id <> $2 AND lower(name) = lower($3)) AS name_taken,
                   EXISTS (SELECT FROM configuration
                           WHERE environment <> $1 AND configuration_id = $2) AS elsewhere,
                   EXISTS (SELECT FROM configuration
                           WHERE configuration_id = $2 AND archived_at IS NOT NULL) AS archived
            """;
    private static final String APPLY = """
            SELECT r.configuration_id, r.configuration_version, r.snapshot::text AS running,
                   (SELECT content::text FROM configuration_version
                    WHERE environment = $1 AND configuration_id = $3 AND version = $4) AS snapshot,
                   EXISTS (SELECT FROM configuration
                           WHERE configuration_id = $3 AND archived_at IS NOT NULL) AS archived
            FROM (SELECT) one
            LEFT JOIN run r ON r.environment = $1 AND r.run_id = $2 AND r.state IN ('ACTIVE', 'SUSPENDED')
            """;

    private static final String KNOWN = """
            SELECT EXISTS (SELECT FROM configuration WHERE environment = $1 AND configuration_id = $2) AS known
            """;

    private final SqlConnection connection;
    private final StoredJson json;

    DecisionInputs(SqlConnection connection, StoredJson json) {
        this.connection = connection;
        this.json = json;
    }

    Uni<StartDecision.Inputs> of(StartRun command) {
        Tuple requested = Tuple.of(
                command.environment().value(),
                command.runId().value(),
                command.configuration().id().value(),
                command.configuration().version());
        return one(START, requested).map(row -> {
            var active = row.getUUID("active_run");
            return new StartDecision.Inputs(
                    active == null ? null : new RunId(active),
                    row.getBoolean("stopped"),
                    snapshot(row),
                    row.getBoolean("archived"));
        });
    }

    Uni<SaveDecision.Inputs> of(SaveConfiguration command) {
        Tuple requested = Tuple.of(
                command.environment().value(),
                command.configurationId().value(),
                command.configuration().name());
        return one(SAVE, requested)
                .map(row -> new SaveDecision.Inputs(
                        row.getInteger("current_version"),
                        row.getBoolean("name_taken"),
                        row.getBoolean("elsewhere"),
                        row.getBoolean("archived")));
    }

    Uni<ApplyDecision.Inputs> of(ApplyConfiguration command) {
        Tuple requested = Tuple.of(
                command.environment().value(),
                command.runId().value(),
                command.configuration().id().value(),
                command.configuration().version());
        return one(APPLY, requested).map(row -> {
            var running = row.getUUID("configuration_id");
            return new ApplyDecision.Inputs(
                    running == null
                            ? null
                            : new ConfigurationRef(
                                    new ConfigurationId(running), row.getInteger("configuration_version")),
                    configuration(row, "running"),
                    snapshot(row),
                    row.getBoolean("archived"));
        });
    }

    Uni<Boolean> isKnown(EnvironmentId environment, ConfigurationId configuration) {
        return one(KNOWN, Tuple.of(environment.value(), configuration.value())).map(row -> row.getBoolean("known"));
    }

    private Uni<Row> one(String sql, Tuple arguments) {
        return connection
                .preparedQuery(sql)
                .execute(arguments)
                .map(rows -> rows.iterator().next());
    }

    private @Nullable Configuration snapshot(Row row) {
        return configuration(row, "snapshot");
    }

    private @Nullable Configuration configuration(Row row, String column) {
        String content = row.getString(column);
        return content == null ? null : json.read(content, Configuration.class);
    }
}
