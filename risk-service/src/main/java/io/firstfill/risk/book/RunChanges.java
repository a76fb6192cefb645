package io.firstfill.risk.book;

import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.ApplyRejected;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.run.SettingsReported;
import io.firstfill.risk.exposure.BoundedHistory;
import java.util.function.UnaryOperator;

/**
 * Applies run events to the run of a risk book.
 *
 * <pre>
 * RunStarted → ACTIVE ⇄ SUSPENDED (RunSuspended, RunResumed)
 *                 └────────┴──→ ENDED (StopRun, RunStopping, RunStopped, the next RunStarted)
 * </pre>
 */
final class RunChanges {
    /**
     * Number of ended runs held: more than the RunStarted events that can still arrive late. Each is one UUID of state.
     */
    private static final int ENDED_LIMIT = 64;

    private RunChanges() {}

    static RiskBook apply(RiskBook book, RunEvent event) {
        return switch (event) {
            case RunStarted started -> started(book, started);
            case RunStopping stopping -> ended(book, stopping.runId());
            case RunStopped stopped -> ended(book, stopped.runId());
            case RunSuspended suspended ->
                changed(book, suspended.runId(), current -> current.entering(Run.Phase.SUSPENDED));
            case RunResumed resumed -> changed(book, resumed.runId(), current -> current.entering(Run.Phase.ACTIVE));
            case ConfigurationApplied applied ->
                changed(
                        book,
                        applied.runId(),
                        current -> current.under(
                                applied.snapshot().caps(), applied.snapshot().quoteAmount()));
            case RunRejected ignored -> book;
            case RecordAcknowledged ignored -> book; // the engine's own: it concerns the environment, not a run
            case ConfigurationSaved ignored -> book;
            case ConfigurationRejected ignored -> book;
            case ConfigurationArchived ignored -> book;
            case ApplyRejected ignored -> book;
            case GuardrailsChanged ignored -> book;
            case GuardrailsRejected ignored -> book;
            case SettingsReported ignored -> book;
        };
    }

    /** Ends a run, also before its RunStarted was read: StopRun and RunStarted are on different topics. */
    static RiskBook ended(RiskBook book, RunId run) {
        return changed(book, run, current -> current.entering(Run.Phase.ENDED))
                .withEnded(BoundedHistory.append(book.ended(), run, ENDED_LIMIT));
    }

    /** Returns whether this event makes another run the current run of the environment. */
    static boolean takesOver(RiskBook book, RunStarted event) {
        Run current = book.run();
        return !book.ended().contains(event.runId())
                && (current == null || !current.id().equals(event.runId()));
    }

    private static RiskBook started(RiskBook book, RunStarted event) {
        return takesOver(book, event)
                ? book.with(Run.started(
                        event.runId(),
                        event.meta().correlationId(),
                        event.snapshot().caps(),
                        event.snapshot().quoteAmount()))
                : book;
    }

    /** A listing that opens while no run is active is bought by none: no person's amount is wanted for it any more. */
    static RiskBook opened(RiskBook book, ListingId listing) {
        Run run = book.run();
        boolean active = run != null && run.phase() != Run.Phase.ENDED;
        return active ? book : book.with(book.exposure().wanting(listing, null));
    }

    private static RiskBook changed(RiskBook book, RunId run, UnaryOperator<Run> change) {
        Run current = book.run();
        return current != null && current.id().equals(run) ? book.with(change.apply(current)) : book;
    }
}
