package io.firstfill.risk.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports ready while permits can be granted: not before the risk books are restored, and never again after a stop. A
 * quarantined environment is named, and leaves the service ready for the others.
 */
@Readiness
@ApplicationScoped
class StreamsReadiness implements HealthCheck {
    private final KafkaStreams streams;
    private final QuarantinedEnvironments quarantined;

    StreamsReadiness(KafkaStreams streams, QuarantinedEnvironments quarantined) {
        this.streams = streams;
        this.quarantined = quarantined;
    }

    @Override
    public HealthCheckResponse call() {
        KafkaStreams.State state = streams.state();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("permits")
                .status(state == KafkaStreams.State.RUNNING)
                .withData("state", state.name());
        quarantined
                .records()
                .forEach((environment, records) -> response.withData(
                        "quarantined." + environment, records.size() + " records, first " + records.getFirst()));
        return response.build();
    }
}
