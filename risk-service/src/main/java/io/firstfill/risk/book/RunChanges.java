package io.firstfill.risk.book;

import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.contract.id.RunId;
import java.util.function.UnaryOperator;

/**
 * What the life of runs does to a book.
 *
 * <pre>
 * RunStarted → ACTIVE ⇄ SUSPENDED (RunSuspended, RunResumed)
 *                 └────────┴──→ ENDED (StopRun, RunStopping, RunStopped, the next RunStarted)
 * </pre>
 */
final class RunChanges {
    /** More than the starts that can still be told late; each is a UUID in the state. */
    private static final int ENDED_REMEMBERED = 64;

    private RunChanges() {}

    static RiskBook apply(RiskBook book, RunEvent event) {
        return switch (event) {
            case RunStarted started -> started(book, started);
            case RunStopping stopping -> ended(book, stopping.runId());
            case RunStopped stopped -> ended(book, stopped.runId());
            case RunSuspended suspended ->
                changed(book, suspended.runId(), current -> current.entering(Phase.SUSPENDED));
            case RunResumed resumed -> changed(book, resumed.runId(), current -> current.entering(Phase.ACTIVE));
            case ConfigurationApplied applied ->
                changed(
                        book,
                        applied.runId(),
                        current -> current.under(
                                applied.snapshot().caps(), applied.snapshot().quoteAmount()));
            case RunRejected ignored -> book;
            case ConfigurationSaved ignored -> book;
            case ConfigurationRejected ignored -> book;
        };
    }

    /** A stop may be read before the start it stops: they are on different topics. */
    static RiskBook ended(RiskBook book, RunId run) {
        return changed(book, run, current -> current.entering(Phase.ENDED))
                .withEnded(Recent.remember(book.ended(), run, ENDED_REMEMBERED));
    }

    /** Whether this start makes another run the environment's own. */
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

    private static RiskBook changed(RiskBook book, RunId run, UnaryOperator<Run> change) {
        Run current = book.run();
        return current != null && current.id().equals(run) ? book.with(change.apply(current)) : book;
    }
}
