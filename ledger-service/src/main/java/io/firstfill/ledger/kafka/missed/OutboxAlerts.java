package io.firstfill.ledger.kafka.missed;

import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.ledger.missed.Alerts;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes alerts to their topic, from which the journal records them like those of every service. */
@ApplicationScoped
class OutboxAlerts implements Alerts {
    private final Outbox outbox;

    OutboxAlerts(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> publish(AlertEvent event) {
        return outbox.publish(event);
    }
}
