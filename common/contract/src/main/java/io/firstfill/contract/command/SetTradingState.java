package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import io.firstfill.contract.value.TradingState;
import java.util.Objects;

/** Command to set what an environment may send to the exchange. */
public record SetTradingState(Meta meta, EnvironmentId environment, Actor issuedBy, TradingState state, String reason)
        implements Command {
    public SetTradingState {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(state, "state");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }
}
