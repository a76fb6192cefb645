package io.firstfill.service.kafka;

import jakarta.enterprise.context.ApplicationScoped;

/** Says whether the past is replayed and live records are handled. */
@ApplicationScoped
public class InboxState {
    private volatile boolean open;

    public boolean isOpen() {
        return open;
    }

    void open() {
        open = true;
    }

    void close() {
        open = false;
    }
}
