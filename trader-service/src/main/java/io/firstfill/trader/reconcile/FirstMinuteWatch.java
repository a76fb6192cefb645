package io.firstfill.trader.reconcile;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.state.Orders;
import java.util.Optional;

/** Shows people that the exchange takes no market orders in the first minute of a pair, for as long as that holds. */
public final class FirstMinuteWatch {
    private static final String SUBJECT = "market orders of the first minute";

    private final Orders orders;
    private final EventLoop loop;
    private final Alerts alerts;

    public FirstMinuteWatch(Orders orders, EventLoop loop, Alerts alerts) {
        this.orders = orders;
        this.loop = loop;
        this.alerts = alerts;
    }

    /** To be called about once a second. */
    public void check() {
        Optional<Pair> refused = orders.firstMinute().marketOrdersRefused(loop.now());
        if (refused.isEmpty()) {
            alerts.clear(AlertKind.MARKET_ORDERS_REFUSED, SUBJECT);
        } else {
            alerts.raise(
                    AlertKind.MARKET_ORDERS_REFUSED,
                    SUBJECT,
                    Severity.WARNING,
                    "The exchange takes no market orders in the first minute of a pair, last seen on " + refused.get()
                            + ": the style MARKET buys nothing there, MARKET_THEN_IOC only by its capped order");
        }
    }
}
