package io.firstfill.ledger.decision;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.MessageId;
import java.time.Instant;

/** Whether a configuration becomes its next version. */
public final class SaveDecision {
    private SaveDecision() {}

    /**
     * What is known when the command is read, under the lock of its environment.
     *
     * @param currentVersion 0 where there is none
     * @param nameTaken another configuration of the environment has the name
     * @param elsewhere the id belongs to another environment
     */
    public record Facts(int currentVersion, boolean nameTaken, boolean elsewhere) {}

    public static RunEvent decide(SaveConfiguration command, Facts facts, Instant now) {
        if (facts.elsewhere() || command.expectedVersion() != facts.currentVersion()) {
            return rejected(command, ConfigurationRejection.VERSION_CONFLICT, facts.currentVersion(), now);
        }
        if (facts.nameTaken()) {
            return rejected(command, ConfigurationRejection.NAME_TAKEN, facts.currentVersion(), now);
        }
        return new ConfigurationSaved(
                meta(command, "ConfigurationSaved", now),
                command.environment(),
                new ConfigurationRef(command.configurationId(), facts.currentVersion() + 1),
                command.configuration(),
                command.issuedBy());
    }

    private static ConfigurationRejected rejected(
            SaveConfiguration command, ConfigurationRejection reason, int currentVersion, Instant now) {
        Meta meta = meta(command, "ConfigurationRejected", now);
        return new ConfigurationRejected(
                meta, command.environment(), command.configurationId(), reason, currentVersion);
    }

    private static Meta meta(SaveConfiguration command, String type, Instant now) {
        return command.meta().next(MessageId.derivedFrom(type, command.meta().id()), now);
    }
}
