package io.firstfill.ledger.decision;

import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.contract.run.RunEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides whether an active run continues with another version of its own configuration. */
public final class ApplyDecision {
    private ApplyDecision() {}

    /**
     * What the database holds when the command is read, under the lock of the command's environment.
     *
     * @param running configuration of the run, null when the run is not active or suspended
     * @param runningVersion version of that configuration, 0 when the run is not active or suspended
     * @param snapshot content of the requested version, null when nobody saved that version
     */
    public record Inputs(
            @Nullable ConfigurationId running,
            int runningVersion,
            @Nullable Configuration snapshot) {}

    public static RunEvent decide(ApplyConfiguration command, Inputs inputs, Instant now) {
        Configuration snapshot = inputs.snapshot();
        if (snapshot == null || !command.configuration().id().equals(inputs.running())) {
            return new ConfigurationRejected(
                    AnswerIdentity.meta(ConfigurationRejected.class, command, now),
                    command.environment(),
                    command.configuration().id(),
                    ConfigurationRejection.VERSION_CONFLICT,
                    inputs.runningVersion());
        }
        return new ConfigurationApplied(
                AnswerIdentity.meta(ConfigurationApplied.class, command, now),
                command.environment(),
                command.runId(),
                command.configuration(),
                snapshot);
    }
}
