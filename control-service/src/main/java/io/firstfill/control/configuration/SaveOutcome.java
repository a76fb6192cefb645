package io.firstfill.control.configuration;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.run.ConfigurationRejected;
import java.util.List;

/** The outcome of saving a configuration. */
public sealed interface SaveOutcome {
    record Saved(SavedConfiguration configuration) implements SaveOutcome {}

    /** The draft breaks rules. */
    record Invalid(List<Violation> violations) implements SaveOutcome {}

    /** The latest version is not the expected one. */
    record VersionConflict(int currentVersion) implements SaveOutcome {}

    record NameTaken(String name) implements SaveOutcome {}

    /** The configuration must be brought back first. */
    record Archived() implements SaveOutcome {}

    /** The deadline passed. The ledger may still store the configuration when it is up again. */
    record NoAnswer() implements SaveOutcome {}

    record NotSent() implements SaveOutcome {}

    record KeyReused() implements SaveOutcome {}

    static SaveOutcome refused(ConfigurationRejected rejected, Configuration configuration) {
        return switch (rejected.reason()) {
            case VERSION_CONFLICT -> new VersionConflict(rejected.currentVersion());
            case NAME_TAKEN -> new NameTaken(configuration.name());
            case ARCHIVED -> new Archived();
            case UNKNOWN -> new VersionConflict(rejected.currentVersion());
            case EXPIRED -> new NoAnswer();
        };
    }
}
