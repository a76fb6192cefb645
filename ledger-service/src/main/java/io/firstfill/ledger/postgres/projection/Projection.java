package io.firstfill.ledger.postgres.projection;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.balance.BalanceEvent;
import io.firstfill.contract.cap.CapEvent;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.permit.PermitEvent;
import io.firstfill.contract.price.PriceEvent;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.state.TradingStateEvent;
import java.util.List;

/**
 * Selects the statements by which a new message updates the tables of the read API. The statements are upserts, because
 * messages of different topics are read in any order.
 */
public final class Projection {
    private Projection() {}

    public static List<ProjectionStatement> of(Message message) {
        return switch (Family.of(message)) {
            case COMMANDS -> RunProjection.of((Command) message);
            case RUNS -> RunProjection.of((RunEvent) message);
            case LISTINGS -> ListingProjection.of((ListingEvent) message);
            case PERMITS -> PermitProjection.of((PermitEvent) message);
            case TRADING_STATE -> StateProjection.of((TradingStateEvent) message);
            case CREDENTIALS -> StateProjection.of((CredentialEvent) message);
            case ORDERS -> OrderProjection.of((OrderEvent) message);
            case ALERTS -> AlertProjection.of((AlertEvent) message);
            case CAPS -> ReportProjection.of((CapEvent) message);
            case BALANCES -> ReportProjection.of((BalanceEvent) message);
            case PRICES -> PriceProjection.of((PriceEvent) message);
            case EXITS, MARKS, HEARTBEATS, RECORDED, SCANNER_BASELINE, ORDER_MEMORY -> List.of();
        };
    }
}
