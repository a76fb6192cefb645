package io.firstfill.contract.state;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import io.firstfill.contract.value.TradingState;
import java.util.Objects;

/** The trading state of an environment from now on. */
public record TradingStateChanged(
        Meta meta, EnvironmentId environment, TradingState state, String reason, Actor changedBy)
        implements TradingStateEvent {
    public TradingStateChanged {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(state, "state");
        reason = Texts.clean(reason);
        Objects.requireNonNull(changedBy, "changedBy");
    }
}
