package io.firstfill.ledger.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports not ready while the ledger cannot record: the start of a run would wait for an answer in vain. */
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
