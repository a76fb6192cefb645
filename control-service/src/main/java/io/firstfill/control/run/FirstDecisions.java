package io.firstfill.control.run;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.PendingAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Waits, for a moment, for the first decision of risk about a run that has just started: a permit, or the cap that is
 * used up already. Without risk the answer to the start does not wait longer, and says nothing about caps.
 */
@ApplicationScoped
public class FirstDecisions {
    private final RunBook runs;
    private final ControlSettings settings;
    private final PendingAnswers<RunId, Message> pending;

    FirstDecisions(RunBook runs, ControlSettings settings) {
        this.runs = runs;
        this.settings = settings;
        this.pending = new PendingAnswers<>(settings.waitingLimit());
    }

    /** Returns the run as it is after the first decision of risk, or after the deadline. */
    Uni<Run> await(Run started) {
        Optional<PendingAnswers.Slot<RunId, Message>> slot = pending.register(started.runId());
        if (slot.isEmpty() || current(started).caps() != null) {
            slot.ifPresent(PendingAnswers.Slot::close);
            return Uni.createFrom().item(current(started));
        }
        return slot.get()
                .value()
                .map(decision -> current(started))
                .ifNoItem()
                .after(settings.capDeadline())
                .recoverWithItem(() -> current(started))
                .onTermination()
                .invoke(slot.get()::close);
    }

    /** Completes the callers that wait for a decision about the run. Called after the books have applied it. */
    public void received(Message message) {
        switch (message) {
            case PermitGranted granted -> pending.complete(granted.runId(), granted);
            case CapReached reached -> pending.complete(reached.runId(), reached);
            default -> {
                // No decision of risk.
            }
        }
    }

    private Run current(Run started) {
        return runs.find(started.runId()).orElse(started);
    }
}
