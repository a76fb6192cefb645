package io.firstfill.risk.cap;

import io.firstfill.contract.value.Amount;
import java.math.BigDecimal;

/**
 * Adds and subtracts amounts within the digits that an amount has on the wire. A sum beyond them is the largest amount,
 * and stays it: such a sum counts as more than any cap, so that the cap refuses and no decision fails.
 */
public final class AmountSum {
    /** The largest amount with twenty digits on each side. */
    static final Amount LARGEST = Amount.of("99999999999999999999.99999999999999999999");

    private AmountSum() {}

    public static Amount plus(Amount one, Amount other) {
        BigDecimal sum = one.value().add(other.value());
        return isBeyondDigits(one) || sum.compareTo(LARGEST.value()) > 0 ? LARGEST : new Amount(sum);
    }

    /** Returns the difference; zero when {@code other} is larger. */
    public static Amount minus(Amount one, Amount other) {
        if (isBeyondDigits(one)) {
            return one;
        }
        return other.exceeds(one) ? Amount.ZERO : one.minus(other);
    }

    /** Returns whether the amount stands for a sum that has more digits than an amount. */
    static boolean isBeyondDigits(Amount sum) {
        return sum.compareTo(LARGEST) >= 0;
    }
}
