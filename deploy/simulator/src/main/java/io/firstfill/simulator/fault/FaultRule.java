package io.firstfill.simulator.fault;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault hits.
 *
 * @param endpoint {@code "POST /api/v3/order"}, a path alone, or null for any
 * @param symbol the request's {@code symbol} parameter, or null for any
 * @param account the name of the account whose key is used, or null for any
 * @param skip so many matching requests pass unharmed first
 * @param count how many are hit; null for no end
 * @param probability with which a matching request is hit, decided by {@code seed}; null is 1
 */
public record FaultRule(
        @Nullable String endpoint,
        @Nullable String symbol,
        @Nullable String account,
        int skip,
        @Nullable Integer count,
        @Nullable BigDecimal probability,
        long seed,
        Effect effect) {

    public FaultRule {
        Objects.requireNonNull(effect, "effect");
    }

    boolean matches(String method, String path, @Nullable String itsSymbol, @Nullable String itsAccount) {
        boolean here = endpoint == null || endpoint.equals(path) || endpoint.equals(method + " " + path);
        return here && (symbol == null || symbol.equals(itsSymbol)) && (account == null || account.equals(itsAccount));
    }
}
