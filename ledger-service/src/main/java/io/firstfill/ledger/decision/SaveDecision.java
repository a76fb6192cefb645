package io.firstfill.ledger.decision;

import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RunEvent;
import java.time.Instant;

/** Decides whether a configuration is saved as its next version. */
public final class SaveDecision {
    private SaveDecision() {}

    /**
     * What the database holds when the command is read, under the lock of the command's environment.
     *
     * @param currentVersion 0 where the configuration has no version yet
     * @param nameTaken whether another configuration of the environment has the name
     * @param elsewhere whether the id belongs to another environment
     * @param archived whether the configuration is archived
     */
    public record Inputs(int currentVersion, boolean nameTaken, boolean elsewhere, boolean archived) {}

    public static RunEvent decide(SaveConfiguration command, Inputs inputs, Instant now) {
        if (inputs.elsewhere() || command.expectedVersion() != inputs.currentVersion()) {
            return rejected(command, ConfigurationRejection.VERSION_CONFLICT, inputs.currentVersion(), now);
        }
        if (inputs.archived()) {
            return rejected(command, ConfigurationRejection.ARCHIVED, inputs.currentVersion(), now);
        }
        if (inputs.nameTaken()) {
            return rejected(command, ConfigurationRejection.NAME_TAKEN, inputs.currentVersion(), now);
        }
        return new ConfigurationSaved(
                AnswerIdentity.meta(ConfigurationSaved.class, command, now),
                command.environment(),
                new ConfigurationRef(command.configurationId(), inputs.currentVersion() + 1),
                command.configuration(),
                command.issuedBy());
    }

    private static ConfigurationRejected rejected(
            SaveConfiguration command, ConfigurationRejection reason, int currentVersion, Instant now) {
        return new ConfigurationRejected(
                AnswerIdentity.meta(ConfigurationRejected.class, command, now),
                command.environment(),
                command.configurationId(),
                reason,
                currentVersion);
    }
}
