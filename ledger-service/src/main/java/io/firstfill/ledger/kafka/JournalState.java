package io.firstfill.ledger.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while what happened cannot be recorded: a start would wait for an answer in vain. */
@Readiness
@ApplicationScoped
class JournalState implements HealthCheck {
    private volatile boolean recording = true;

    void recording() {
        recording = true;
    }

    /** The database is away, or the channel stopped. */
    void stalled() {
        recording = false;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("journal").status(recording).build();
    }
}
