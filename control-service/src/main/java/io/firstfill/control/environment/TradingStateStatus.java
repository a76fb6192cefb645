package io.firstfill.control.environment;

import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.TradingState;
import java.time.Instant;

/** The trading state of an environment, with the time of its last change, the reason, and the actor who changed it. */
public record TradingStateStatus(TradingState state, String reason, Actor changedBy, Instant since) {
    public static TradingStateStatus of(TradingStateChanged event) {
        return new TradingStateStatus(
                event.state(), event.reason(), event.changedBy(), event.meta().occurredAt());
    }
}
