package io.firstfill.service.health;

import io.firstfill.service.kafka.InboxState;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports the service as not ready until the past is replayed: before that it would answer from incomplete state. */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "firstfill.inbox.enabled", stringValue = "true")
class InboxReadiness implements HealthCheck {
    private final InboxState state;

    InboxReadiness(InboxState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("inbox").status(state.isOpen()).build();
    }
}
