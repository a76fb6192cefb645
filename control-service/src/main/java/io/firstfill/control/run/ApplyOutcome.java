package io.firstfill.control.run;

import io.firstfill.control.configuration.Violation;
import io.firstfill.service.json.FieldDifference;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The outcome of applying another version of its configuration to a run. */
public sealed interface ApplyOutcome {
    /**
     * The version is in force.
     *
     * @param previousVersion absent in the answer of an earlier ledger, which does not state it
     * @param changes the fields that changed, each with the old and the new value
     */
    @Schema(name = "AppliedVersion")
    record Applied(
            Run run, int version, @Nullable Integer previousVersion, Instant appliedAt, List<FieldDifference> changes)
            implements ApplyOutcome {}

    record UnknownRun() implements ApplyOutcome {}

    /** The run is stopped, or a stop is recorded. */
    record NotActive(RunState state) implements ApplyOutcome {}

    /** The configuration of the run has no such version, or is archived. */
    record UnknownVersion(String detail) implements ApplyOutcome {}

    /** The version belongs to another configuration than the run's. */
    record OtherConfiguration(String detail) implements ApplyOutcome {}

    /** A field differs that cannot change in a run. */
    record FixedField(String field) implements ApplyOutcome {}

    /** The version breaks a rule that did not hold when it was saved, such as a ceiling that was lowered. */
    record Violated(List<Violation> violations) implements ApplyOutcome {}

    /** A ledger of an earlier build has refused, without a reason. */
    record Refused() implements ApplyOutcome {}

    /** The run uses another version than the one that the caller has read. */
    record VersionConflict(int currentVersion) implements ApplyOutcome {}

    /** The deadline passed: the ledger applied the version before it, or never will. */
    record NoAnswer() implements ApplyOutcome {}

    record NotSent() implements ApplyOutcome {}

    record KeyReused() implements ApplyOutcome {}
}
