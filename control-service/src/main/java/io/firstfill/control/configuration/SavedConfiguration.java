package io.firstfill.control.configuration;

import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.value.Actor;
import io.firstfill.control.TagDigest;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One stored version of a configuration.
 *
 * @param archived whether the configuration, with all its versions, is archived now
 * @param archival who archived the configuration; absent while it is in use
 * @param warnings why a run of this version may never buy; absent in lists
 */
public record SavedConfiguration(
        ConfigurationId configurationId,
        int version,
        EnvironmentId environment,
        Configuration content,
        Actor savedBy,
        Instant savedAt,
        boolean archived,
        @Nullable Archival archival,
        @Nullable List<Violation> warnings) {

    /** Who archived a configuration, when and why. */
    @Schema(name = "ConfigurationArchival")
    public record Archival(Actor by, Instant at, String reason) {
        static Archival of(ConfigurationArchived event) {
            return new Archival(event.archivedBy(), event.meta().occurredAt(), event.reason());
        }
    }

    static SavedConfiguration of(ConfigurationSaved event) {
        ConfigurationRef ref = event.configuration();
        return new SavedConfiguration(
                ref.id(),
                ref.version(),
                event.environment(),
                event.content(),
                event.savedBy(),
                event.meta().occurredAt(),
                false,
                null,
                null);
    }

    public ConfigurationRef ref() {
        return new ConfigurationRef(configurationId, version);
    }

    /**
     * Returns the entity tag, which If-Match names: the version, whether it may be replaced, and a digest of the
     * warnings where there are any.
     */
    public String tag() {
        return TagDigest.of(
                version + (archived ? "-archived" : ""),
                warnings == null
                        ? List.of()
                        : warnings.stream().map(Record::toString).toList());
    }

    SavedConfiguration with(@Nullable Archival archival) {
        return new SavedConfiguration(
                configurationId, version, environment, content, savedBy, savedAt, archival != null, archival, warnings);
    }

    SavedConfiguration with(ConfigurationArchived event) {
        return with(event.archived() ? Archival.of(event) : null);
    }

    public SavedConfiguration warned(List<Violation> found) {
        return new SavedConfiguration(
                configurationId, version, environment, content, savedBy, savedAt, archived, archival, found);
    }
}
