package io.firstfill.contract.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Parses and normalises decimals to one written form per number, so that records holding decimals compare by value and
 * JSON carries plain strings. What {@link #normalise} accepts, {@link #parse} reads.
 */
final class Decimals {
    /** Twenty digits each side hold every amount and price MEXC lists; more is a mistake or an attack on the parser. */
    private static final int MAX_DIGITS = 20;

    private static final Pattern SHAPE =
            Pattern.compile("[0-9]{1," + MAX_DIGITS + "}(\\.[0-9]{1," + MAX_DIGITS + "})?");

    private Decimals() {}

    static BigDecimal parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a plain decimal such as 12.5, with at most " + MAX_DIGITS
                    + " digits before and after the point");
        }
        return new BigDecimal(text);
    }

    /** @throws IllegalArgumentException when the value has more than {@value #MAX_DIGITS} digits on either side */
    static BigDecimal normalise(BigDecimal value) {
        BigDecimal normal = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        long whole = (long) normal.precision() - normal.scale();
        if (whole > MAX_DIGITS || normal.scale() > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "must have at most " + MAX_DIGITS + " digits before and after the decimal point");
        }
        return normal;
    }

    /** Rounds the result of a computation, half up, to the decimals that the written form carries. */
    static BigDecimal rounded(BigDecimal value) {
        return value.scale() <= MAX_DIGITS ? value : value.setScale(MAX_DIGITS, RoundingMode.HALF_UP);
    }
}
