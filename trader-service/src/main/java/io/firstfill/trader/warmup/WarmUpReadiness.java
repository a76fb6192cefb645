package io.firstfill.trader.warmup;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports the service as not ready until its first warm-up is over: the first order of a process would be some
 * milliseconds late before. It trades meanwhile, because an opening does not wait.
 */
@Readiness
@ApplicationScoped
class WarmUpReadiness implements HealthCheck {
    private final WarmUpState state;

    WarmUpReadiness(WarmUpState state) {
        this.state = state;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("warm-up").status(state.isOver()).build();
    }
}
