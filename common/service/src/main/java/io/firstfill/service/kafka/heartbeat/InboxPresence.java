package io.firstfill.service.kafka.heartbeat;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.kafka.InboxState;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** A service with an inbox works for the environments it is assigned, once it has replayed their past. */
@DefaultBean
@ApplicationScoped
class InboxPresence implements Presence {
    private final InboxState inbox;

    InboxPresence(InboxState inbox) {
        this.inbox = inbox;
    }

    @Override
    public boolean worksFor(EnvironmentId environment) {
        return inbox.isOpen() && inbox.assigned().contains(environment);
    }
}
