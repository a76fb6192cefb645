package io.firstfill.ledger.query.report;

import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every cap of an environment with its use, from a time on.
 *
 * @param runId the run that was active; null where none was
 */
public record CapsItem(
        EnvironmentId environment,
        MessageId reportId,
        Instant reportedAt,
        @Nullable RunId runId,
        int guardrailsVersion,
        Guardrails guardrails,
        List<CapUse> uses) {}
