package io.firstfill.control.guardrail;

import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The use of every cap of an environment, as risk-service reported it last.
 *
 * @param reportedAt absent until risk-service has reported, and then {@code caps} is empty
 * @param runId the active run; absent when none is
 */
public record CapsStatus(
        EnvironmentId environment,
        @Nullable Instant reportedAt,
        @Nullable RunId runId,
        int guardrailsVersion,
        List<CapUse> caps) {

    public static CapsStatus of(EnvironmentId environment, Optional<CapsReported> report) {
        return report.map(it -> new CapsStatus(
                        environment, it.meta().occurredAt(), it.runId(), it.guardrailsVersion(), it.uses()))
                .orElseGet(() -> new CapsStatus(environment, null, null, 0, List.of()));
    }
}
