package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.Message;
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
import io.firstfill.contract.run.GuardrailsChanged;
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

    private ReportProjection() {}

    private static ProjectionStatement reported(Message message, String status) {
        return ProjectionStatement.of(REPORTED, status)
                .on("report", message.meta().id());
    }

    static ProjectionStatement of(GuardrailsChanged event) {
        return reported(event, "guardrails:");
    }

    static List<ProjectionStatement> of(CapEvent event) {
        return List.of(reported(event, "caps:"));
    }

    static List<ProjectionStatement> of(BalanceEvent event) {
        return List.of(reported(event, "balances:"));
    }

    static ProjectionStatement of(CredentialEvent event) {
        return reported(event, "credential:" + status(event));
    }

    static ProjectionStatement of(TradingStateEvent event) {
        return switch (event) {
            case TradingStateChanged changed ->
                reported(event, "trading_state:" + changed.state().name());
        };
    }

    static List<ProjectionStatement> of(PermitEvent event) {
        return switch (event) {
            case CapReached reached -> List.of(reported(reached, "cap_event:REACHED"));
            case CapCleared cleared -> List.of(reported(cleared, "cap_event:CLEARED"));
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
