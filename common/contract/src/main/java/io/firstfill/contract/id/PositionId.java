package io.firstfill.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies a position: what is held from fills, per run and pair. */
public record PositionId(@JsonValue UUID value) {
    public PositionId {
        Objects.requireNonNull(value, "value");
    }

    @JsonCreator
    public static PositionId of(String text) {
        return new PositionId(UUID.fromString(text));
    }

    /** Returns the id of the given parts: the same parts give the same id, on every machine and after every restart. */
    public static PositionId derivedFrom(Object... parts) {
        return new PositionId(NameBasedUuid.of("PositionId", parts));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
