package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.balance.BalanceEvent;
import io.firstfill.contract.cap.CapEvent;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.credential.CredentialMissing;
import io.firstfill.contract.credential.CredentialRejected;
import io.firstfill.contract.credential.CredentialRotated;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitEvent;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.state.TradingStateEvent;
import java.util.List;

/** Keeps reports of a state as they were written, one row each: the latest holds, the others are its history. */
final class ReportProjection {
    private static final String REPORTED = """
            INSERT INTO report (report_id, environment, status, kind, run_id, reported_at, content)
            SELECT (p #>> '{meta,id}')::uuid, environment, $2::text, p ->> 'cap', (p ->> 'runId')::uuid, at,
                p - 'meta' - 'environment'
            FROM m
            ON CONFLICT (report_id) DO NOTHING
            """;
    static final ProjectionStatement GUARDRAILS = ProjectionStatement.of(REPORTED, "guardrails:");
    private static final ProjectionStatement CAPS = ProjectionStatement.of(REPORTED, "caps:");
    private static final ProjectionStatement BALANCES = ProjectionStatement.of(REPORTED, "balances:");

    private ReportProjection() {}

    static List<ProjectionStatement> of(CapEvent event) {
        return List.of(CAPS);
    }

    static List<ProjectionStatement> of(BalanceEvent event) {
        return List.of(BALANCES);
    }

    static ProjectionStatement of(CredentialEvent event) {
        return ProjectionStatement.of(REPORTED, "credential:" + status(event));
    }

    static ProjectionStatement of(TradingStateEvent event) {
        return switch (event) {
            case TradingStateChanged changed ->
                ProjectionStatement.of(
                        REPORTED, "trading_state:" + changed.state().name());
        };
    }

    static List<ProjectionStatement> of(PermitEvent event) {
        return switch (event) {
            case CapReached reached -> List.of(ProjectionStatement.of(REPORTED, "cap_event:REACHED"));
            case CapCleared cleared -> List.of(ProjectionStatement.of(REPORTED, "cap_event:CLEARED"));
            case PermitGranted granted -> List.of();
            case PermitRevoked revoked -> List.of();
        };
    }

    static String status(CredentialEvent event) {
        return switch (event) {
            case CredentialValidated validated -> "VALIDATED";
            case CredentialMissing missing -> "MISSING";
            case CredentialRejected rejected -> "REJECTED";
            case CredentialRotated rotated -> "ROTATED";
        };
    }
}
