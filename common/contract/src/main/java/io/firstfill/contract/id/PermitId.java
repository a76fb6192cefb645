package io.firstfill.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** The right to send one buy up to an amount until it expires. */
public record PermitId(@JsonValue UUID value) {
    public PermitId {
        Objects.requireNonNull(value, "value");
    }

    @JsonCreator
    public static PermitId of(String text) {
        return new PermitId(UUID.fromString(text));
    }

    /** The same parts give the same id, on every machine and after every restart. */
    public static PermitId derivedFrom(Object... parts) {
        return new PermitId(NameBasedUuid.of("PermitId", parts));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
