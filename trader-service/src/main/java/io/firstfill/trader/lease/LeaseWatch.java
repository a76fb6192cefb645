package io.firstfill.trader.lease;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;

/**
 * Alerts people when a trader that held the lease has lost it. A trader that never held it waits for its turn: no
 * alert.
 */
public final class LeaseWatch {
    private final TradingLease lease;
    private final Alerts alerts;
    private boolean hadLease;

    public LeaseWatch(TradingLease lease, Alerts alerts) {
        this.lease = lease;
        this.alerts = alerts;
    }

    /** To be called about once a second, and when another process has taken this instance's name. */
    public void check() {
        if (lease.holds()) {
            hadLease = true;
            alerts.clear(AlertKind.LEASE_LOST, lease.trader());
            // A trader that has gone for good left its alert open; this one acts in its place.
            alerts.clearInherited(AlertKind.LEASE_LOST);
        } else if (hadLease) {
            alerts.raise(
                    AlertKind.LEASE_LOST,
                    lease.trader(),
                    Severity.CRITICAL,
                    "The group does not confirm that this trader may act: it sends no orders");
        }
    }
}
