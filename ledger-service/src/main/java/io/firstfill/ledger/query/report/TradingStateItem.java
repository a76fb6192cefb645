package io.firstfill.ledger.query.report;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.TradingState;
import java.time.Instant;

/** The trading state of an environment from a time on. */
public record TradingStateItem(
        EnvironmentId environment,
        MessageId reportId,
        Instant reportedAt,
        TradingState state,
        String reason,
        Actor changedBy) {}
