package io.firstfill.service.kafka;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether this service has its past behind it and follows the present. */
@ApplicationScoped
public class InboxState {
    private volatile boolean open;

    public boolean isOpen() {
        return open;
    }

    void open() {
        open = true;
    }

    void closed() {
        open = false;
    }
}
