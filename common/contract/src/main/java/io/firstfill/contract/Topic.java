package io.firstfill.contract;

import java.util.Map;

/**
 * A topic with the settings it must have before any service starts.
 *
 * @param partitions the same for all topics: records are keyed by environment, so equal counts make topics joinable
 * @param config broker-side topic settings
 */
public record Topic(String name, int partitions, Map<String, String> config) {
    public Topic {
        config = Map.copyOf(config);
    }
}
