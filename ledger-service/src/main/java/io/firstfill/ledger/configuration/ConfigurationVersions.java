package io.firstfill.ledger.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.ConfigurationId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Reads the versions of configurations. */
public interface ConfigurationVersions {
    /** Returns the versions below a number, newest first; none for an unknown configuration. */
    Uni<List<ConfigurationVersionItem>> before(ConfigurationId configuration, int version, int limit);

    /** Returns the content of those of the two versions that are recorded. */
    Uni<Map<Integer, JsonNode>> contents(ConfigurationId configuration, int one, int other);
}
