package io.firstfill.control.configuration;

import io.firstfill.contract.value.Actor;
import java.time.Instant;

/** One version in the list of a configuration's versions. */
public record ConfigurationVersion(int version, String name, boolean archived, Actor savedBy, Instant savedAt) {
    static ConfigurationVersion of(SavedConfiguration saved) {
        return new ConfigurationVersion(
                saved.version(), saved.content().name(), saved.archived(), saved.savedBy(), saved.savedAt());
    }
}
