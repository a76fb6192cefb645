package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import io.firstfill.contract.value.TradingState;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Command to set what an environment may send to the exchange.
 *
 * @param deadline after which risk must not set ACTIVE; null for HALTED and REDUCING, which do not expire, and in
 *     records written before there was one
 */
public record SetTradingState(
        Meta meta,
        EnvironmentId environment,
        Actor issuedBy,
        TradingState state,
        String reason,
        @Nullable Instant deadline)
        implements Command {
    public SetTradingState {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(state, "state");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }

    /** Creates a command that does not expire. */
    public SetTradingState(Meta meta, EnvironmentId environment, Actor issuedBy, TradingState state, String reason) {
        this(meta, environment, issuedBy, state, reason, null);
    }
}
