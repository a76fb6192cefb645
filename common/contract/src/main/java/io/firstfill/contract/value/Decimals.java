package io.firstfill.contract.value;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Parses and normalises decimals to one written form per number, so that records holding decimals compare by value and
 * JSON carries plain strings.
 */
final class Decimals {
    /** Twenty digits each side hold every amount and price MEXC lists; more is a mistake or an attack on the parser. */
    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");

    private Decimals() {}

    static BigDecimal parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a plain decimal such as 12.5");
        }
        return new BigDecimal(text);
    }

    static BigDecimal normalise(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
