package io.firstfill.ledger.decision;

import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.run.ApplyRejected;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.reason.ApplyRejection;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides whether an active run continues with another version of its own configuration. */
public final class ApplyDecision {
    private ApplyDecision() {}

    /**
     * What the database holds when the command is read, under the lock of the command's environment.
     *
     * @param running configuration of the run, null when the run is not active or suspended
     * @param runningSnapshot content of that configuration, null when the run is not active or suspended
     * @param requested content of the requested version, null when nobody saved that version
     * @param archived whether the requested configuration is archived
     */
    public record Inputs(
            @Nullable ConfigurationRef running,
            @Nullable Configuration runningSnapshot,
            @Nullable Configuration requested,
            boolean archived) {}

    public static RunEvent decide(ApplyConfiguration command, Inputs inputs, Instant now) {
        ConfigurationRef running = inputs.running();
        Configuration current = inputs.runningSnapshot();
        Configuration requested = inputs.requested();
        if (command.isExpired(now)) {
            return rejected(command, ApplyRejection.EXPIRED, "read after " + command.deadline(), now);
        }
        if (running == null || current == null) {
            return rejected(command, ApplyRejection.RUN_NOT_ACTIVE, "the run is neither active nor suspended", now);
        }
        if (requested == null || inputs.archived()) {
            String state = requested == null ? "not saved in this environment" : "archived";
            return rejected(command, ApplyRejection.UNKNOWN_CONFIGURATION, state, now);
        }
        if (!command.configuration().id().equals(running.id())) {
            return rejected(command, ApplyRejection.OTHER_CONFIGURATION, "the run uses " + running.id(), now);
        }
        Integer expected = command.expectedVersion();
        if (expected != null && expected != running.version()) {
            return rejected(command, ApplyRejection.VERSION_CONFLICT, "the run uses version " + running.version(), now);
        }
        return changedFixedField(current, requested)
                .<RunEvent>map(field -> rejected(command, ApplyRejection.FIXED_FIELD, field, now))
                .orElseGet(() -> applied(command, running, requested, now));
    }

    /** Returns the answer for readers of a contract level without {@link ApplyRejected}. */
    public static ConfigurationRejected atEarlierLevel(ApplyConfiguration command, Inputs inputs, Instant now) {
        ConfigurationRef running = inputs.running();
        return new ConfigurationRejected(
                AnswerIdentity.meta(ConfigurationRejected.class, command, now),
                command.environment(),
                command.configuration().id(),
                ConfigurationRejection.VERSION_CONFLICT,
                running == null ? 0 : running.version());
    }

    /**
     * Returns the first field that differs and cannot change in a run. Both fields are part of each signal, as its
     * deadline: a listing that was signalled before would be bought by the old time and the new terms.
     */
    private static Optional<String> changedFixedField(Configuration current, Configuration requested) {
        if (!current.signalMaxAge().equals(requested.signalMaxAge())) {
            return Optional.of("signalMaxAge");
        }
        return current.probeWindow().equals(requested.probeWindow()) ? Optional.empty() : Optional.of("probeWindow");
    }

    private static ConfigurationApplied applied(
            ApplyConfiguration command, ConfigurationRef running, Configuration requested, Instant now) {
        return new ConfigurationApplied(
                AnswerIdentity.meta(ConfigurationApplied.class, command, now),
                command.environment(),
                command.runId(),
                command.configuration(),
                requested,
                command.issuedBy(),
                running,
                command.reason());
    }

    private static ApplyRejected rejected(
            ApplyConfiguration command, ApplyRejection reason, String detail, Instant now) {
        return new ApplyRejected(
                AnswerIdentity.meta(ApplyRejected.class, command, now),
                command.environment(),
                command.runId(),
                command.configuration(),
                reason,
                detail);
    }
}
