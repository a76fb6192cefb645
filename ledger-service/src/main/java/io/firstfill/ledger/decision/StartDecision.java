package io.firstfill.ledger.decision;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunRejection;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a run may start. The same command always gets an answer with the same id. */
public final class StartDecision {
    private StartDecision() {}

    /**
     * What is known when the command is read, under the lock of its environment.
     *
     * @param stopped a stop of this very run was recorded first; it must never start
     * @param snapshot the configuration version asked for, null when there is none
     */
    public record Facts(
            @Nullable RunId activeRun,
            boolean stopped,
            @Nullable Configuration snapshot) {}

    public static RunEvent decide(StartRun command, Facts facts, Instant now) {
        Configuration snapshot = facts.snapshot();
        if (facts.stopped() || now.isAfter(command.deadline())) {
            return rejected(command, RunRejection.EXPIRED, null, now);
        }
        if (facts.activeRun() != null) {
            return rejected(command, RunRejection.RUN_ACTIVE, facts.activeRun(), now);
        }
        if (snapshot == null) {
            return rejected(command, RunRejection.UNKNOWN_CONFIGURATION, null, now);
        }
        return new RunStarted(
                meta(command, "RunStarted", now),
                command.environment(),
                command.runId(),
                command.configuration(),
                snapshot,
                command.issuedBy());
    }

    private static RunRejected rejected(StartRun command, RunRejection reason, @Nullable RunId active, Instant now) {
        Meta meta = meta(command, "RunRejected", now);
        return new RunRejected(meta, command.environment(), command.runId(), reason, active);
    }

    private static Meta meta(StartRun command, String type, Instant now) {
        return command.meta().next(MessageId.derivedFrom(type, command.meta().id()), now);
    }
}
