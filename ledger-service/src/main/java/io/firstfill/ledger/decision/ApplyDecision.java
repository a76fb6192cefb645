package io.firstfill.ledger.decision;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a running run goes on with another version of its own configuration. */
public final class ApplyDecision {
    private ApplyDecision() {}

    /**
     * What is known when the command is read, under the lock of its environment.
     *
     * @param running what the run runs, null when it is not active or suspended
     * @param runningVersion 0 when nothing runs
     */
    public record Facts(
            @Nullable ConfigurationId running,
            int runningVersion,
            @Nullable Configuration snapshot) {}

    public static RunEvent decide(ApplyConfiguration command, Facts facts, Instant now) {
        Configuration snapshot = facts.snapshot();
        if (snapshot == null || !command.configuration().id().equals(facts.running())) {
            return new ConfigurationRejected(
                    meta(command, "ConfigurationRejected", now),
                    command.environment(),
                    command.configuration().id(),
                    ConfigurationRejection.VERSION_CONFLICT,
                    facts.runningVersion());
        }
        return new ConfigurationApplied(
                meta(command, "ConfigurationApplied", now),
                command.environment(),
                command.runId(),
                command.configuration(),
                snapshot);
    }

    private static Meta meta(ApplyConfiguration command, String type, Instant now) {
        return command.meta().next(MessageId.derivedFrom(type, command.meta().id()), now);
    }
}
