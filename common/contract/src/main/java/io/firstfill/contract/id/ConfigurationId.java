package io.firstfill.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies an operator's configuration across its versions. */
public record ConfigurationId(@JsonValue UUID value) {
    public ConfigurationId {
        Objects.requireNonNull(value, "value");
    }

    @JsonCreator
    public static ConfigurationId of(String text) {
        return new ConfigurationId(UUID.fromString(text));
    }

    /** Returns the id of the given parts: the same parts give the same id, on every machine and after every restart. */
    public static ConfigurationId derivedFrom(Object... parts) {
        return new ConfigurationId(NameBasedUuid.of("ConfigurationId", parts));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
