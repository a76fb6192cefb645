package io.firstfill.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies a run: one start to stop of one configuration version in one environment. */
public record RunId(@JsonValue UUID value) {
    public RunId {
        Objects.requireNonNull(value, "value");
    }

    @JsonCreator
    public static RunId of(String text) {
        return new RunId(UUID.fromString(text));
    }

    /** Returns the id of the given parts: the same parts give the same id, on every machine and after every restart. */
    public static RunId derivedFrom(Object... parts) {
        return new RunId(NameBasedUuid.of("RunId", parts));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
