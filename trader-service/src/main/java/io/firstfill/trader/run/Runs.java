package io.firstfill.trader.run;

import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.id.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Answers questions about the runs of one environment. Only the engine's state changes them. */
public interface Runs {
    Optional<Run> find(RunId id);

    /** The run while it is active or suspended. */
    Optional<Run.Open> open(RunId id);

    /**
     * Returns when another version of its configuration was last applied to the run; empty while the first one holds.
     */
    Optional<Instant> appliedAt(RunId id);

    /** Returns whether buys of the run may leave. */
    boolean isActive(RunId id);

    /** Returns whether the run is stopping or stopped. */
    boolean isOver(RunId id);

    /** The exit plan of the run's last configuration, also of a run that is over. */
    Optional<ExitPlan> exitPlan(RunId id);

    /** When the first stop of the run that is known was commanded. */
    Optional<Instant> overSince(RunId id);

    List<Run.Active> active();

    List<Run.Suspended> suspended();

    /** Returns whether a stop command for the run has not been answered with RunStopped. */
    boolean isUnanswered(RunId run);

    List<StopRun> unansweredStops();
}
