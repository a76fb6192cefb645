package io.firstfill.mexc.market;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price rule of a pair. For {@code PERCENT_PRICE_BY_SIDE} the multipliers are interpreted as offsets from the last
 * price, against the wording of the document: buy up to last × (1 + up), sell down to last × (1 − down).
 */
public record SymbolFilter(
        @Nullable String filterType,
        @Nullable BigDecimal bidMultiplierUp,
        @Nullable BigDecimal askMultiplierDown) {}
