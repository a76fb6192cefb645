package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import java.util.List;

/**
 * Projects alerts: one row from raising to clearing. An alert that is raised again while it is open counts up, and
 * takes the latest severity, summary and numbers. A restatement, which names the raise it repeats as its cause, does
 * not count, and opens nothing when it is read after a later clearing.
 */
final class AlertProjection {
    private static final ProjectionStatement RAISED = ProjectionStatement.of("""
            INSERT INTO alert AS o (alert_id, environment, kind, subject, severity, summary, run_id, raised_at,
                last_raised_at, cap)
            SELECT (p #>> '{meta,id}')::uuid, environment, p ->> 'kind', p ->> 'subject', p ->> 'severity',
                p ->> 'summary', (p ->> 'runId')::uuid, at, at, p -> 'cap'
            FROM m
            WHERE NOT EXISTS (
                SELECT FROM alert c
                WHERE c.alert_id = (m.p #>> '{meta,causationId}')::uuid AND c.environment = m.environment
                    AND c.kind = m.p ->> 'kind' AND c.subject = m.p ->> 'subject' AND c.cleared_at >= m.at)
            ON CONFLICT (environment, kind, subject) WHERE cleared_at IS NULL DO UPDATE SET
                last_raised_at = greatest(o.last_raised_at, excluded.last_raised_at),
                severity = excluded.severity,
                summary = excluded.summary,
                cap = excluded.cap,
                times = o.times
                    + ((SELECT p #>> '{meta,causationId}' FROM m WHERE (p #>> '{meta,id}')::uuid = excluded.alert_id)
                        IS DISTINCT FROM o.alert_id::text)::integer
            """);
    private static final ProjectionStatement CLEARED = ProjectionStatement.of("""
            UPDATE alert SET cleared_at = greatest(at, raised_at)
            FROM m
            WHERE alert.environment = m.environment AND kind = p ->> 'kind' AND subject = p ->> 'subject'
                AND cleared_at IS NULL
            """);

    private AlertProjection() {}

    static List<ProjectionStatement> of(AlertEvent event) {
        return switch (event) {
            case AlertRaised raised -> List.of(of(RAISED, raised));
            case AlertCleared cleared -> List.of(of(CLEARED, cleared));
        };
    }

    /** A raise looks at the cleared alerts of its kind and subject besides. */
    private static ProjectionStatement of(ProjectionStatement statement, AlertEvent event) {
        return statement.on("alert", event.kind(), event.subject());
    }
}
