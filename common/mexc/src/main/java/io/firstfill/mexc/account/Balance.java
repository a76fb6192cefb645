package io.firstfill.mexc.account;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** @param available sent since 2026 beside {@code free}; their difference is not documented */
public record Balance(
        String asset,
        BigDecimal free,
        BigDecimal locked,
        @Nullable BigDecimal available) {

    public Balance {
        requireNonNull(asset, "asset");
        requireNonNull(free, "free");
        locked = requireNonNullElse(locked, BigDecimal.ZERO);
    }

    static Balance none(String asset) {
        return new Balance(asset, BigDecimal.ZERO, BigDecimal.ZERO, null);
    }
}
