package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.state.TradingStateEvent;
import java.util.List;

/** Projects the trading state and the credential status of each environment: the current one, and every report. */
final class StateProjection {
    private static final ProjectionStatement TRADING = ProjectionStatement.of("""
            INSERT INTO trading_state AS o (environment, state, reason, changed_by, changed_at)
            SELECT environment, p ->> 'state', p ->> 'reason', p ->> 'changedBy', at
            FROM m
            ON CONFLICT (environment) DO UPDATE SET
                state = excluded.state, reason = excluded.reason, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at
            WHERE excluded.changed_at >= o.changed_at
            """);
    private static final String CREDENTIAL = """
            INSERT INTO credential AS o (environment, status, path, version, can_trade, can_withdraw, exchange_code,
                changed_at)
            SELECT environment, $2::text, p ->> 'path', (p ->> 'version')::integer, (p ->> 'canTrade')::boolean,
                (p ->> 'canWithdraw')::boolean, (p ->> 'exchangeCode')::integer, at
            FROM m
            ON CONFLICT (environment) DO UPDATE SET
                status = excluded.status, path = excluded.path, version = excluded.version,
                can_trade = excluded.can_trade, can_withdraw = excluded.can_withdraw,
                exchange_code = excluded.exchange_code, changed_at = excluded.changed_at
            WHERE excluded.changed_at >= o.changed_at
            """;

    private StateProjection() {}

    static List<ProjectionStatement> of(TradingStateEvent event) {
        return List.of(TRADING.on("trading_state"), ReportProjection.of(event));
    }

    static List<ProjectionStatement> of(CredentialEvent event) {
        return List.of(
                ProjectionStatement.of(CREDENTIAL, ReportProjection.status(event))
                        .on("credential"),
                ReportProjection.of(event));
    }
}
