package io.firstfill.ledger.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.RunId;
import io.firstfill.ledger.configuration.ConfigurationVersionItem;
import io.firstfill.ledger.configuration.ConfigurationVersions;
import io.firstfill.ledger.configuration.UsedConfiguration;
import io.firstfill.ledger.configuration.UsedConfigurations;
import io.firstfill.ledger.drift.DriftQueries;
import io.firstfill.ledger.drift.RecordedState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the versions of configurations, and what the drift of a run is computed from. */
@ApplicationScoped
class PostgresConfigurations implements ConfigurationVersions, UsedConfigurations, DriftQueries {
    static final String BEFORE = """
            SELECT row_to_json(v)::text AS item FROM api_configuration_version v
            WHERE v."configurationId" = $1 AND v.version < $2
            ORDER BY v.version DESC
            LIMIT $3
            """;
    static final String CONTENTS = """
            SELECT version, content::text AS content FROM configuration_version
            WHERE configuration_id = $1 AND version IN ($2, $3)
            """;
    static final String USED = """
            SELECT item FROM (
                SELECT jsonb_build_object('configurationId', configuration_id, 'version', configuration_version,
                           'snapshot', snapshot, 'appliedBy', applied_by, 'appliedAt', applied_at, 'reason', reason)::text
                           AS item, applied_at, configuration_version
                FROM run_configuration
                WHERE run_id = $1
                ORDER BY applied_at DESC, configuration_version DESC
                LIMIT $2) latest
            ORDER BY applied_at, configuration_version
            """;
    static final String DRIFT = "SELECT row_to_json(d)::text AS item FROM drift d WHERE d.run_id = $1";

    private final Readers readers;
    private final StoredJson json;

    PostgresConfigurations(Readers readers, StoredJson json) {
        this.readers = readers;
        this.json = json;
    }

    @Override
    public Uni<List<ConfigurationVersionItem>> before(ConfigurationId configuration, int version, int limit) {
        return readers.query(BEFORE, Tuple.of(configuration.value(), version, limit))
                .map(rows -> rows.stream()
                        .map(row -> item(row, ConfigurationVersionItem.class))
                        .toList());
    }

    @Override
    public Uni<Map<Integer, JsonNode>> contents(ConfigurationId configuration, int one, int other) {
        return readers.query(CONTENTS, Tuple.of(configuration.value(), one, other))
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.getInteger("version"),
                                row -> json.read(row.getString("content"), JsonNode.class))));
    }

    @Override
    public Uni<List<UsedConfiguration>> of(RunId run, int limit) {
        return readers.query(USED, Tuple.of(run.value(), limit))
                .map(rows -> rows.stream()
                        .map(row -> item(row, UsedConfiguration.class))
                        .toList());
    }

    @Override
    public Uni<Optional<RecordedState>> of(RunId run) {
        return readers.query(DRIFT, Tuple.of(run.value()))
                .map(rows ->
                        rows.stream().map(row -> item(row, RecordedState.class)).findFirst());
    }

    private <T> T item(Row row, Class<T> type) {
        return json.read(row.getString("item"), type);
    }
}
