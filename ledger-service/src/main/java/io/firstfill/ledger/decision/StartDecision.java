package io.firstfill.ledger.decision;

import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunRejection;
import io.firstfill.contract.run.RunStarted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides whether a run may start. */
public final class StartDecision {
    private StartDecision() {}

    /**
     * What the database holds when the command is read, under the lock of the command's environment.
     *
     * @param activeRun run of the environment that is active, suspended or stopping; null when there is none
     * @param stopped whether the requested run was stopped or rejected before; such a run must never start
     * @param snapshot content of the requested configuration version, null when nobody saved that version
     * @param archived whether the requested configuration is archived
     */
    public record Inputs(
            @Nullable RunId activeRun,
            boolean stopped,
            @Nullable Configuration snapshot,
            boolean archived) {}

    public static RunEvent decide(StartRun command, Inputs inputs, Instant now) {
        Configuration snapshot = inputs.snapshot();
        if (inputs.stopped() || now.isAfter(command.deadline())) {
            return rejected(command, RunRejection.EXPIRED, null, now);
        }
        if (inputs.activeRun() != null) {
            return rejected(command, RunRejection.RUN_ACTIVE, inputs.activeRun(), now);
        }
        if (snapshot == null) {
            return rejected(command, RunRejection.UNKNOWN_CONFIGURATION, null, now);
        }
        if (inputs.archived()) {
            return rejected(command, RunRejection.CONFIGURATION_ARCHIVED, null, now);
        }
        return new RunStarted(
                AnswerIdentity.meta(RunStarted.class, command, now),
                command.environment(),
                command.runId(),
                command.configuration(),
                snapshot,
                command.issuedBy());
    }

    private static RunRejected rejected(StartRun command, RunRejection reason, @Nullable RunId active, Instant now) {
        return new RunRejected(
                AnswerIdentity.meta(RunRejected.class, command, now),
                command.environment(),
                command.runId(),
                reason,
                active);
    }
}
