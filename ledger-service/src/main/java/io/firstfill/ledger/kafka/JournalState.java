package io.firstfill.ledger.kafka;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether what happens can be recorded now. */
@ApplicationScoped
class JournalState {
    private volatile boolean recording = true;

    boolean isRecording() {
        return recording;
    }

    void recording() {
        recording = true;
    }

    /** The database is away, or the channel stopped. */
    void stalled() {
        recording = false;
    }
}
