package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Command to use another version of its configuration in the running run. The command expires: a ledger that reads it
 * after the deadline must not apply the version.
 *
 * @param expectedVersion of the configuration that the run must use for the command to be carried out; null where any
 *     will do
 * @param deadline null in records written before there was one
 */
public record ApplyConfiguration(
        Meta meta,
        EnvironmentId environment,
        Actor issuedBy,
        RunId runId,
        ConfigurationRef configuration,
        @Nullable String reason,
        @Nullable Integer expectedVersion,
        @Nullable Instant deadline)
        implements Command {
    public ApplyConfiguration {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(configuration, "configuration");
        if (reason != null) {
            Texts.require("reason", reason, Texts.MAX);
        }
    }

    /** Creates a command without a condition and a deadline. */
    public ApplyConfiguration(
            Meta meta,
            EnvironmentId environment,
            Actor issuedBy,
            RunId runId,
            ConfigurationRef configuration,
            @Nullable String reason) {
        this(meta, environment, issuedBy, runId, configuration, reason, null, null);
    }

    /** Creates a command without a reason, a condition and a deadline. */
    public ApplyConfiguration(
            Meta meta, EnvironmentId environment, Actor issuedBy, RunId runId, ConfigurationRef configuration) {
        this(meta, environment, issuedBy, runId, configuration, null);
    }
}
