package io.firstfill.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * Identifies one listing (base, quote, opening) that one or more sources have seen. The id stays the same when the
 * opening is rescheduled.
 */
public record ListingId(@JsonValue UUID value) {
    public ListingId {
        Objects.requireNonNull(value, "value");
    }

    @JsonCreator
    public static ListingId of(String text) {
        return new ListingId(UUID.fromString(text));
    }

    /** Returns the id of the given parts: the same parts give the same id, on every machine and after every restart. */
    public static ListingId derivedFrom(Object... parts) {
        return new ListingId(NameBasedUuid.of("ListingId", parts));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
