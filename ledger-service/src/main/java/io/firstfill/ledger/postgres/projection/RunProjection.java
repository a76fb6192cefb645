package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.run.ApplyRejected;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.run.SettingsReported;
import java.util.List;

/**
 * Projects runs and configurations. The states of a run:
 *
 * <pre>
 * ACTIVE ⇄ SUSPENDED → STOPPING → STOPPED      REJECTED
 * </pre>
 *
 * A run whose stop is read before its start is stored as STOPPED, because it must never start.
 */
final class RunProjection {
    private static final ProjectionStatement STARTED = ProjectionStatement.of("""
            INSERT INTO run (run_id, environment, state, configuration_id, configuration_version, snapshot, started_by,
                started_at)
            SELECT (p ->> 'runId')::uuid, environment, 'ACTIVE', (p #>> '{configuration,id}')::uuid,
                (p #>> '{configuration,version}')::integer, p -> 'snapshot', p ->> 'startedBy', at
            FROM m
            ON CONFLICT (run_id) DO NOTHING
            """);
    private static final ProjectionStatement REJECTED = ProjectionStatement.of("""
            INSERT INTO run (run_id, environment, state, started_at, rejection, active_run_id)
            SELECT (p ->> 'runId')::uuid, environment, 'REJECTED', at, p ->> 'reason', (p ->> 'activeRunId')::uuid
            FROM m
            ON CONFLICT (run_id) DO NOTHING
            """);
    /** Completes a rejected run: who requested which configuration is in the command, not in the rejection. */
    private static final ProjectionStatement REQUESTED = ProjectionStatement.of("""
            UPDATE run SET started_by = p ->> 'issuedBy', configuration_id = (p #>> '{configuration,id}')::uuid,
                configuration_version = (p #>> '{configuration,version}')::integer
            FROM m
            WHERE run_id = (p ->> 'runId')::uuid AND state = 'REJECTED'
            """);

    private static final ProjectionStatement STOPPING = ProjectionStatement.of("""
            INSERT INTO run (run_id, environment, state, started_at, stopped_by, stop_reason, stopping_at)
            SELECT (p ->> 'runId')::uuid, environment, 'STOPPED', at, p ->> 'stoppedBy', p ->> 'reason', at
            FROM m
            ON CONFLICT (run_id) DO UPDATE SET
                state = CASE WHEN run.state IN ('ACTIVE', 'SUSPENDED') THEN 'STOPPING' ELSE run.state END,
                stopped_by = coalesce(run.stopped_by, excluded.stopped_by),
                stop_reason = coalesce(run.stop_reason, excluded.stop_reason),
                stopping_at = coalesce(run.stopping_at, excluded.stopping_at)
            """);
    private static final ProjectionStatement STOPPED = ProjectionStatement.of("""
            INSERT INTO run (run_id, environment, state, started_at, stopped_at)
            SELECT (p ->> 'runId')::uuid, environment, 'STOPPED', at, at
            FROM m
            ON CONFLICT (run_id) DO UPDATE SET
                state = CASE WHEN run.state = 'REJECTED' THEN run.state ELSE 'STOPPED' END,
                stopped_at = coalesce(run.stopped_at, excluded.stopped_at)
            """);
    private static final ProjectionStatement SUSPENDED = ProjectionStatement.of("""
            UPDATE run SET state = 'SUSPENDED', suspended_at = at, suspension = p ->> 'reason'
            FROM m
            WHERE run_id = (p ->> 'runId')::uuid AND state IN ('ACTIVE', 'SUSPENDED')
            """);
    private static final ProjectionStatement RESUMED = ProjectionStatement.of("""
            UPDATE run SET state = 'ACTIVE', suspended_at = NULL, suspension = NULL
            FROM m
            WHERE run_id = (p ->> 'runId')::uuid AND state = 'SUSPENDED'
            """);
    private static final ProjectionStatement APPLIED = ProjectionStatement.of("""
            UPDATE run SET configuration_id = (p #>> '{configuration,id}')::uuid,
                configuration_version = (p #>> '{configuration,version}')::integer, snapshot = p -> 'snapshot'
            FROM m
            WHERE run_id = (p ->> 'runId')::uuid AND state IN ('ACTIVE', 'SUSPENDED')
            """);
    private static final ProjectionStatement USED_VERSION = ProjectionStatement.of("""
            INSERT INTO run_configuration (run_id, event_id, environment, configuration_id, configuration_version,
                snapshot, applied_by, applied_at, reason)
            SELECT (p ->> 'runId')::uuid, (p #>> '{meta,id}')::uuid, environment, (p #>> '{configuration,id}')::uuid,
                (p #>> '{configuration,version}')::integer, p -> 'snapshot',
                coalesce(p ->> 'appliedBy', p ->> 'startedBy'), at, p ->> 'reason'
            FROM m
            ON CONFLICT (run_id, event_id) DO NOTHING
            """);
    private static final ProjectionStatement CURRENT_VERSION = ProjectionStatement.of("""
            INSERT INTO configuration AS c (configuration_id, environment, name, current_version, saved_at)
            SELECT (p #>> '{configuration,id}')::uuid, environment, p #>> '{content,name}',
                (p #>> '{configuration,version}')::integer, at
            FROM m
            ON CONFLICT (configuration_id) DO UPDATE SET
                name = excluded.name, current_version = excluded.current_version, saved_at = excluded.saved_at
            WHERE excluded.current_version > c.current_version
            """);
    private static final ProjectionStatement SAVED_VERSION = ProjectionStatement.of("""
            INSERT INTO configuration_version (configuration_id, version, environment, content, saved_by, saved_at)
            SELECT (p #>> '{configuration,id}')::uuid, (p #>> '{configuration,version}')::integer, environment,
                p -> 'content', p ->> 'savedBy', at
            FROM m
            ON CONFLICT (configuration_id, version) DO NOTHING
            """);

    private RunProjection() {}

    static List<ProjectionStatement> of(RunEvent message) {
        return switch (message) {
            case RunStarted started -> List.of(STARTED, USED_VERSION);
            case RunRejected rejected -> List.of(REJECTED);
            case RunStopping stopping -> List.of(STOPPING);
            case RunStopped stopped -> List.of(STOPPED);
            case RunSuspended suspended -> List.of(SUSPENDED);
            case RunResumed resumed -> List.of(RESUMED);
            case ConfigurationSaved saved -> List.of(CURRENT_VERSION, SAVED_VERSION);
            case ConfigurationApplied applied -> List.of(APPLIED, USED_VERSION);
            case ConfigurationRejected rejected -> List.of();
            case RecordAcknowledged acknowledged -> List.of();
            case ConfigurationArchived archived -> ConfigurationProjection.archived();
            case ApplyRejected ignored -> List.of();
            case GuardrailsChanged changed -> ConfigurationProjection.guardrails(changed);
            case GuardrailsRejected ignored -> List.of();
            case SettingsReported reported -> ConfigurationProjection.settings();
        };
    }

    static List<ProjectionStatement> of(Command command) {
        return command instanceof StartRun ? List.of(REQUESTED) : List.of();
    }
}
