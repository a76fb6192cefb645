package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.Texts;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Command to let an environment buy again after a circuit breaker has tripped: {@link Cap#CONSECUTIVE_FAILURES} or
 * {@link Cap#LOSS_PER_DAY}. Risk answers with CapCleared, or with GuardrailsRejected where nothing was reset.
 *
 * @param deadline after which risk must not obey; null in records written before there was one
 */
@Since(3)
public record ResetBreaker(
        Meta meta,
        EnvironmentId environment,
        Actor issuedBy,
        Cap cap,
        String reason,
        @Nullable Instant deadline) implements Command {
    public ResetBreaker {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(cap, "cap");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }

    /** Creates a command that does not expire. */
    public ResetBreaker(Meta meta, EnvironmentId environment, Actor issuedBy, Cap cap, String reason) {
        this(meta, environment, issuedBy, cap, reason, null);
    }
}
