package io.firstfill.control.environment;

import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.TradingState;
import java.time.Instant;

/** What an environment may do, since when and by whose word. */
public record TradingStateStatus(TradingState state, String reason, Actor changedBy, Instant since) {
    public static TradingStateStatus of(TradingStateChanged event) {
        return new TradingStateStatus(
                event.state(), event.reason(), event.changedBy(), event.meta().occurredAt());
    }
}
