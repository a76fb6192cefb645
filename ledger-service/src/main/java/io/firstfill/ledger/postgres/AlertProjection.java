package io.firstfill.ledger.postgres;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import java.util.List;

/** One row from raising to clearing; an alert raised again while it is open counts, and says the latest. */
final class AlertProjection {
    private static final Step RAISED = Step.of("""
            INSERT INTO alert AS o (alert_id, environment, kind, subject, severity, summary, run_id, raised_at,
                last_raised_at)
            SELECT (p #>> '{meta,id}')::uuid, environment, p ->> 'kind', p ->> 'subject', p ->> 'severity',
                p ->> 'summary', (p ->> 'runId')::uuid, at, at
            FROM m
            ON CONFLICT (environment, kind, subject) WHERE cleared_at IS NULL DO UPDATE SET
                last_raised_at = greatest(o.last_raised_at, excluded.last_raised_at),
                severity = excluded.severity,
                summary = excluded.summary,
                times = o.times + 1
            """);
    private static final Step CLEARED = Step.of("""
            UPDATE alert SET cleared_at = greatest(at, raised_at)
            FROM m
            WHERE alert.environment = m.environment AND kind = p ->> 'kind' AND subject = p ->> 'subject'
                AND cleared_at IS NULL
            """);

    private AlertProjection() {}

    static List<Step> of(AlertEvent event) {
        return switch (event) {
            case AlertRaised raised -> List.of(RAISED);
            case AlertCleared cleared -> List.of(CLEARED);
        };
    }
}
