package io.firstfill.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies a permit: the right to send one buy up to an amount until the permit expires. */
public record PermitId(@JsonValue UUID value) {
    public PermitId {
        Objects.requireNonNull(value, "value");
    }

    @JsonCreator
    public static PermitId of(String text) {
        return new PermitId(UUID.fromString(text));
    }

    /** Returns the id of the given parts: the same parts give the same id, on every machine and after every restart. */
    public static PermitId derivedFrom(Object... parts) {
        return new PermitId(NameBasedUuid.of("PermitId", parts));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
