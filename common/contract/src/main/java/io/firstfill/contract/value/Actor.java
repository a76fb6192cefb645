package io.firstfill.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The user who gave a command: the user name of the token, or {@code system:<service>} for a service. */
public record Actor(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[^\\p{Cntrl}]{1,120}");

    public Actor {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("actor must be 1 to 120 printable characters");
        }
    }

    @JsonCreator
    public static Actor of(String text) {
        return new Actor(text);
    }

    public static Actor system(String service) {
        return new Actor("system:" + service);
    }

    @Override
    public String toString() {
        return value;
    }
}
