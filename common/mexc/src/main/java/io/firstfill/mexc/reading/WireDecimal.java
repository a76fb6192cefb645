package io.firstfill.mexc.reading;

import java.math.BigDecimal;

/**
 * Parses the decimals of the exchange. At most {@value #DIGITS} digits before the point and as many after it, which is
 * what our own records carry: a number beyond that could be read here and by nobody after us. A hostile exponent is
 * refused before it grows into gigabytes of digits.
 */
public final class WireDecimal {

    private static final int DIGITS = 20;

    /** Characters of the longest form that is parsed: room for a sign, padding zeros and an exponent. */
    private static final int LONGEST = 100;

    private WireDecimal() {}

    /** @throws IllegalArgumentException for anything else than a decimal in range; the message does not quote it */
    public static BigDecimal parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a decimal has too many digits");
        }
        return bounded(number(text));
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("not a decimal", notANumber);
        }
    }

    private static BigDecimal bounded(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal plain = value.stripTrailingZeros();
        long whole = (long) plain.precision() - plain.scale();
        if (plain.scale() > DIGITS || whole > DIGITS) {
            throw new IllegalArgumentException("a decimal has too many digits");
        }
        return value.scale() < 0 || value.scale() > DIGITS ? plain.setScale(Math.max(plain.scale(), 0)) : value;
    }
}
