package io.firstfill.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Joins all messages that follow from one command or one detection. */
public record CorrelationId(@JsonValue UUID value) {
    public CorrelationId {
        Objects.requireNonNull(value, "value");
    }

    @JsonCreator
    public static CorrelationId of(String text) {
        return new CorrelationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
