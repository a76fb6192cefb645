package io.firstfill.trader.desk;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;

/** Tells people when a trader that could act cannot any more. One that never could waits for its turn: no news. */
final class MandateWatch {
    private final DeskParts desk;
    private boolean had;

    MandateWatch(DeskParts desk) {
        this.desk = desk;
    }

    void look() {
        String trader = desk.mandate().trader();
        if (desk.mandate().holds()) {
            had = true;
            desk.alerts().clear(AlertKind.LEASE_LOST, trader);
        } else if (had) {
            desk.alerts()
                    .raise(
                            AlertKind.LEASE_LOST,
                            trader,
                            Severity.CRITICAL,
                            "The group does not confirm that this trader may act: it sends no orders");
        }
    }
}
