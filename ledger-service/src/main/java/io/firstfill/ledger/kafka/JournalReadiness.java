package io.firstfill.ledger.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while what happens cannot be recorded: a start would wait for an answer in vain. */
@Readiness
@ApplicationScoped
class JournalReadiness implements HealthCheck {
    private final JournalState state;

    JournalReadiness(JournalState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("journal").status(state.isRecording()).build();
    }
}
