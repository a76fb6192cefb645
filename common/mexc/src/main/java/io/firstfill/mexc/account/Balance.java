package io.firstfill.mexc.account;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.firstfill.mexc.reading.WireText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds of one asset. Whether the exchange lists empty balances is not known.
 *
 * @param available sent since 2026 beside {@code free}; the difference of the two is not documented
 */
public record Balance(
        String asset,
        BigDecimal free,
        BigDecimal locked,
        @Nullable BigDecimal available) {

    public Balance {
        WireText.requireName(requireNonNull(asset, "asset"), "asset");
        requireNonNull(free, "free");
        locked = requireNonNullElse(locked, BigDecimal.ZERO);
    }
}
