package io.firstfill.control.run;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.control.readiness.GateItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of starting a run. */
public sealed interface StartOutcome {
    record Started(Run run) implements StartOutcome {}

    record OtherRunActive(@Nullable RunId active) implements StartOutcome {}

    record GateClosed(List<GateItem> failing) implements StartOutcome {}

    record UnknownEnvironment() implements StartOutcome {}

    record UnknownConfiguration() implements StartOutcome {}

    /** The ledger read the command too late: the run never starts. */
    record Expired() implements StartOutcome {}

    /**
     * The deadline passed. The ledger must not start the run later, but may have started it in time without an answer.
     */
    record NoAnswer() implements StartOutcome {}

    record NotSent() implements StartOutcome {}

    record KeyReused() implements StartOutcome {}

    static StartOutcome refused(RunRejected rejected) {
        return switch (rejected.reason()) {
            case RUN_ACTIVE -> new OtherRunActive(rejected.activeRunId());
            case UNKNOWN_CONFIGURATION -> new UnknownConfiguration();
            case EXPIRED -> new Expired();
            case CONFIGURATION_ARCHIVED -> new GateClosed(List.of(RunStarts.ARCHIVED));
        };
    }
}
