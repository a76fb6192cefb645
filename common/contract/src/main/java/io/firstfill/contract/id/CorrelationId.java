package io.firstfill.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Joins everything that follows from one command or one detection. */
public record CorrelationId(@JsonValue UUID value) {
    public CorrelationId {
        Objects.requireNonNull(value, "value");
    }

    @JsonCreator
    public static CorrelationId of(String text) {
        return new CorrelationId(UUID.fromString(text));
    }

    /** The same parts give the same id, on every machine and after every restart. */
    public static CorrelationId derivedFrom(Object... parts) {
        return new CorrelationId(NameBasedUuid.of("CorrelationId", parts));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
