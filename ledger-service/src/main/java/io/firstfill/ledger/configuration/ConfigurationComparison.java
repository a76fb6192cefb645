package io.firstfill.ledger.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.service.json.FieldDifference;
import io.firstfill.service.json.FieldDifferences;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields in which two versions of a configuration differ. A value that is left out is not set in that version.
 */
public record ConfigurationComparison(
        ConfigurationId configurationId, int from, int to, List<FieldDifference> differences) {
    /** Returns nothing unless both versions are among the contents. */
    public static Optional<ConfigurationComparison> of(
            ConfigurationId configuration, int from, int to, Map<Integer, JsonNode> contents) {
        JsonNode before = contents.get(from);
        JsonNode after = contents.get(to);
        return before == null || after == null
                ? Optional.empty()
                : Optional.of(
                        new ConfigurationComparison(configuration, from, to, FieldDifferences.between(before, after)));
    }
}
