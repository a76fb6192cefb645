package io.firstfill.ledger.missed;

import io.firstfill.contract.alert.AlertEvent;
import io.smallrye.mutiny.Uni;

/** Publishes alerts. */
public interface Alerts {
    Uni<Void> publish(AlertEvent event);
}
