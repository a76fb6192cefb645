package io.firstfill.ledger.kafka;

import jakarta.enterprise.context.ApplicationScoped;

/** Holds whether the ledger can record now: written by the channel, read by the readiness check on another thread. */
@ApplicationScoped
class JournalState {
    private volatile boolean recording = true;

    boolean isRecording() {
        return recording;
    }

    void recording() {
        recording = true;
    }

    /** Called when the database is unavailable and when the channel stops. */
    void stalled() {
        recording = false;
    }
}
