package io.firstfill.service.kafka;

import jakarta.enterprise.context.ApplicationScoped;

/** Says whether the past is replayed and live records are handled, and for which environments. */
@ApplicationScoped
public class InboxState {
    private volatile boolean open;
    private volatile AssignedEnvironments assigned = AssignedEnvironments.NONE;

    public boolean isOpen() {
        return open;
    }

    /** The environments of this instance; not all of them are replayed while the inbox is closed. */
    public AssignedEnvironments assigned() {
        return assigned;
    }

    void assigned(AssignedEnvironments environments) {
        assigned = environments;
    }

    void open() {
        open = true;
    }

    void close() {
        open = false;
    }
}
