package io.firstfill.ledger.decision;

import io.firstfill.contract.command.ArchiveConfiguration;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.contract.run.RunEvent;
import java.time.Instant;

/** Decides whether a configuration is archived or brought back. What is archived already is archived once more. */
public final class ArchiveDecision {
    private ArchiveDecision() {}

    /** @param known whether the environment has the configuration, under the lock of the command's environment */
    public static RunEvent decide(ArchiveConfiguration command, boolean known, Instant now) {
        if (!known || command.isExpired(now)) {
            ConfigurationRejection reason = known ? ConfigurationRejection.EXPIRED : ConfigurationRejection.UNKNOWN;
            return new ConfigurationRejected(
                    AnswerIdentity.meta(ConfigurationRejected.class, command, now),
                    command.environment(),
                    command.configurationId(),
                    reason,
                    0);
        }
        return new ConfigurationArchived(
                AnswerIdentity.meta(ConfigurationArchived.class, command, now),
                command.environment(),
                command.configurationId(),
                command.archived(),
                command.issuedBy(),
                command.reason());
    }
}
