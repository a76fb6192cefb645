package io.firstfill.control.configuration;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.control.Book;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The book of every configuration with all its versions. */
@ApplicationScoped
public class ConfigurationBook implements Book {
    private final Map<ConfigurationId, NavigableMap<Integer, SavedConfiguration>> versions = new ConcurrentHashMap<>();

    public Optional<SavedConfiguration> latest(ConfigurationId id) {
        return Optional.ofNullable(versions.get(id))
                .map(saved -> saved.lastEntry().getValue());
    }

    public Optional<SavedConfiguration> version(ConfigurationId id, int version) {
        return Optional.ofNullable(versions.get(id)).map(saved -> saved.get(version));
    }

    /** Returns the latest version of each configuration, ordered by name. */
    public List<SavedConfiguration> all() {
        return versions.keySet().stream()
                .flatMap(id -> latest(id).stream())
                .sorted(Comparator.comparing(saved -> saved.content().name()))
                .toList();
    }

    @Override
    public void reset() {
        versions.clear();
    }

    @Override
    public void apply(Message message) {
        if (message instanceof ConfigurationSaved saved) {
            NavigableMap<Integer, SavedConfiguration> one = new ConcurrentSkipListMap<>();
            one.put(saved.configuration().version(), SavedConfiguration.of(saved));
            versions.merge(saved.configuration().id(), one, (known, more) -> {
                known.putAll(more);
                return known;
            });
        }
    }
}
