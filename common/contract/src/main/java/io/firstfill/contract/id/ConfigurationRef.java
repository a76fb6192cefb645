package io.firstfill.contract.id;

import java.util.Objects;

/** Names one version of a configuration. Versions count from 1. */
public record ConfigurationRef(ConfigurationId id, int version) {
    public ConfigurationRef {
        Objects.requireNonNull(id, "id");
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more");
        }
    }
}
