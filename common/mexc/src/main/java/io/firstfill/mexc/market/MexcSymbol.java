package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The name of a pair as the exchange writes it, {@code BTCUSDT}. Not limited to ASCII: tokens with Chinese names are
 * listed.
 */
public record MexcSymbol(@JsonValue String value) {

    private static final int LONGEST = 64;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MexcSymbol {
        requireNonNull(value, "value");
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("A symbol has 1 to " + LONGEST + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
