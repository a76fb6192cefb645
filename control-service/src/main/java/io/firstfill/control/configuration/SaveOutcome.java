package io.firstfill.control.configuration;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.run.ConfigurationRejected;
import java.util.List;

/** What came of saving a configuration. */
public sealed interface SaveOutcome {
    record Saved(SavedConfiguration configuration) implements SaveOutcome {}

    record Faulty(List<Violation> violations) implements SaveOutcome {}

    /** Its latest version is another one. */
    record VersionConflict(int currentVersion) implements SaveOutcome {}

    record NameTaken(String name) implements SaveOutcome {}

    /** May still be stored when the ledger comes back. */
    record NoAnswer() implements SaveOutcome {}

    record NotSent() implements SaveOutcome {}

    record KeyReused() implements SaveOutcome {}

    static SaveOutcome refused(ConfigurationRejected rejected, Configuration configuration) {
        return switch (rejected.reason()) {
            case VERSION_CONFLICT -> new VersionConflict(rejected.currentVersion());
            case NAME_TAKEN -> new NameTaken(configuration.name());
        };
    }
}
