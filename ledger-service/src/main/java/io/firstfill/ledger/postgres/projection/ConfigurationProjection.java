package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.run.GuardrailsChanged;
import java.util.List;

/** Projects what decides about runs beside their snapshots: archived configurations, guardrails, settings. */
final class ConfigurationProjection {
    private static final ProjectionStatement ARCHIVED = ProjectionStatement.of("""
            UPDATE configuration c SET
                archived_at = CASE WHEN (p ->> 'archived')::boolean THEN at END,
                archived_by = CASE WHEN (p ->> 'archived')::boolean THEN p ->> 'archivedBy' END,
                archive_reason = CASE WHEN (p ->> 'archived')::boolean THEN p ->> 'reason' END
            FROM m
            WHERE c.configuration_id = (p ->> 'configurationId')::uuid AND c.environment = m.environment
            """);
    private static final ProjectionStatement GUARDRAILS = ProjectionStatement.of("""
            INSERT INTO guardrails (environment, version, guardrails, changed_by, changed_at, reason)
            SELECT environment, (p ->> 'version')::integer, p -> 'guardrails', p ->> 'changedBy', at, p ->> 'reason'
            FROM m
            ON CONFLICT (environment, version) DO NOTHING
            """);
    private static final ProjectionStatement SETTINGS = ProjectionStatement.of("""
            INSERT INTO reported_settings (environment, service, reported_at, settings)
            SELECT environment, p ->> 'service', at, p -> 'settings'
            FROM m
            ON CONFLICT (environment, service, reported_at) DO NOTHING
            """);

    private ConfigurationProjection() {}

    static List<ProjectionStatement> archived() {
        return List.of(ARCHIVED);
    }

    static List<ProjectionStatement> guardrails(GuardrailsChanged event) {
        return List.of(GUARDRAILS, ReportProjection.of(event));
    }

    static List<ProjectionStatement> settings() {
        return List.of(SETTINGS);
    }
}
