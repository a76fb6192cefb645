package io.firstfill.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * Identifies one command or event. The id is derived where the message can be made twice, so that a redelivery is
 * recognised.
 */
public record MessageId(@JsonValue UUID value) {
    public MessageId {
        Objects.requireNonNull(value, "value");
    }

    @JsonCreator
    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    /** Returns the id of the given parts: the same parts give the same id, on every machine and after every restart. */
    public static MessageId derivedFrom(Object... parts) {
        return new MessageId(NameBasedUuid.of("MessageId", parts));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
