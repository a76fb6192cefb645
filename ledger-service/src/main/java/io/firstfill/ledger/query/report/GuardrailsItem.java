package io.firstfill.ledger.query.report;

import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Actor;
import java.time.Instant;

/** The guardrails of an environment from a time on, with those before. */
public record GuardrailsItem(
        EnvironmentId environment,
        MessageId reportId,
        Instant reportedAt,
        int version,
        Guardrails guardrails,
        Guardrails previous,
        Actor changedBy,
        String reason) {}
