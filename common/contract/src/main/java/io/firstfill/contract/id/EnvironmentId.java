package io.firstfill.contract.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a target with one exchange account, such as {@code paper}. The id is the key of every record, so that the
 * records of one account keep their order.
 */
public record EnvironmentId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** The environment of what is said about a record whose key names no environment. */
    public static final EnvironmentId UNKNOWN = new EnvironmentId("unknown");

    public EnvironmentId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("environment must be 1 to 32 of a-z, 0-9 and -");
        }
    }

    @JsonCreator
    public static EnvironmentId of(String text) {
        return new EnvironmentId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
