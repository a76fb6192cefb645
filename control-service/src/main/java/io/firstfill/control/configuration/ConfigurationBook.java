package io.firstfill.control.configuration;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.control.Book;
import io.firstfill.control.configuration.SavedConfiguration.Archival;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The book of every configuration with all its versions, also of those that are archived. */
@ApplicationScoped
public class ConfigurationBook implements Book {
    private static final Comparator<SavedConfiguration> BY_NAME = Comparator.<SavedConfiguration, String>comparing(
                    saved -> saved.content().name())
            .thenComparing(saved -> saved.configurationId().toString());

    private final Map<ConfigurationId, NavigableMap<Integer, SavedConfiguration>> versions = new ConcurrentHashMap<>();
    private final Map<ConfigurationId, Archival> archived = new ConcurrentHashMap<>();

    public Optional<SavedConfiguration> latest(ConfigurationId id) {
        return Optional.ofNullable(versions.get(id))
                .map(saved -> saved.lastEntry().getValue())
                .map(this::withArchival);
    }

    public Optional<SavedConfiguration> version(ConfigurationId id, int version) {
        return Optional.ofNullable(versions.get(id))
                .map(saved -> saved.get(version))
                .map(this::withArchival);
    }

    /** Returns the versions below a number, newest first; none for an unknown configuration. */
    public List<ConfigurationVersion> versionsBefore(ConfigurationId id, int version, int limit) {
        NavigableMap<Integer, SavedConfiguration> saved = versions.get(id);
        return saved == null
                ? List.of()
                : saved.headMap(version, false).descendingMap().values().stream()
                        .limit(limit)
                        .map(this::withArchival)
                        .map(ConfigurationVersion::of)
                        .toList();
    }

    /** Returns the latest version of each configuration, ordered by name, then by id. */
    public List<SavedConfiguration> all() {
        return versions.keySet().stream()
                .flatMap(id -> latest(id).stream())
                .sorted(BY_NAME)
                .toList();
    }

    @Override
    public void reset() {
        versions.clear();
        archived.clear();
    }

    @Override
    public void apply(Message message) {
        switch (message) {
            case ConfigurationSaved saved -> add(SavedConfiguration.of(saved));
            case ConfigurationArchived event
            when event.archived() -> archived.put(event.configurationId(), Archival.of(event));
            case ConfigurationArchived event -> archived.remove(event.configurationId());
            default -> {
                // A message of another book.
            }
        }
    }

    private void add(SavedConfiguration saved) {
        versions.computeIfAbsent(saved.configurationId(), id -> new ConcurrentSkipListMap<>())
                .put(saved.version(), saved);
    }

    private SavedConfiguration withArchival(SavedConfiguration saved) {
        return saved.with(archived.get(saved.configurationId()));
    }
}
