package io.firstfill.mexc.order;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name that we give an order. The exchange documents no rule for it; this alphabet and length are known to be
 * accepted.
 */
public record ClientOrderId(@JsonValue String value) {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

    public ClientOrderId {
        requireNonNull(value, "value");
        if (!isSafe(value)) {
            throw new IllegalArgumentException("A client order id is 1 to 32 of A-Z a-z 0-9 _ -");
        }
    }

    public static boolean isSafe(String value) {
        return SAFE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
