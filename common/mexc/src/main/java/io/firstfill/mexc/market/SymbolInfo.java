package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pair of exchangeInfo. Everything but the name may be missing.
 *
 * @param baseAssetPrecision decimals of a quantity
 * @param quotePrecision decimals of a price
 * @param orderTypes as listed; IMMEDIATE_OR_CANCEL and FILL_OR_KILL are accepted without ever being listed
 * @param minQuoteAmount least order amount in quote; on the wire it is called a precision
 * @param minBaseQuantity least quantity; very often 0, then only decimals and amount bind
 * @param takerCommission a fraction, 0.0005 for 0.05 %
 * @param specialTreatment the exchange's risk warning
 * @param firstOpenTime the pair's opening, where the exchange states it
 */
public record SymbolInfo(
        MexcSymbol symbol,
        SymbolStatus status,
        @Nullable String baseAsset,
        @Nullable String quoteAsset,
        @Nullable Integer baseAssetPrecision,
        @Nullable Integer quotePrecision,
        Set<String> orderTypes,
        @JsonProperty("isSpotTradingAllowed") @Nullable Boolean spotTradingAllowed,
        @JsonProperty("quoteAmountPrecision") @Nullable BigDecimal minQuoteAmount,

        @JsonProperty("quoteAmountPrecisionMarket") @Nullable BigDecimal minQuoteAmountMarket,

        @JsonProperty("baseSizePrecision") @Nullable BigDecimal minBaseQuantity,
        @Nullable BigDecimal maxQuoteAmount,
        @Nullable BigDecimal maxQuoteAmountMarket,
        @Nullable BigDecimal makerCommission,
        @Nullable BigDecimal takerCommission,
        Set<String> permissions,
        List<SymbolFilter> filters,
        @Nullable String fullName,
        @JsonProperty("tradeSideType") TradeSides tradeSides,
        @JsonProperty("st") @Nullable Boolean specialTreatment,
        @Nullable String contractAddress,
        @Nullable Instant firstOpenTime) {

    private static final int MOST_DECIMALS = 30;

    public SymbolInfo {
        requireNonNull(symbol, "symbol");
        status = requireNonNullElse(status, SymbolStatus.UNKNOWN);
        tradeSides = requireNonNullElse(tradeSides, TradeSides.UNKNOWN);
        orderTypes = orderTypes == null ? Set.of() : Set.copyOf(orderTypes);
        permissions = permissions == null ? Set.of() : Set.copyOf(permissions);
        filters = filters == null ? List.of() : List.copyOf(filters);
    }

    /** The least price step, 10^-quotePrecision: the exchange has no price filter. */
    public Optional<BigDecimal> tick() {
        return unit(quotePrecision);
    }

    /** The least quantity step, 10^-baseAssetPrecision: the exchange has no lot filter. */
    public Optional<BigDecimal> step() {
        return unit(baseAssetPrecision);
    }

    private static Optional<BigDecimal> unit(@Nullable Integer decimals) {
        return decimals == null || decimals < 0 || decimals > MOST_DECIMALS
                ? Optional.empty()
                : Optional.of(BigDecimal.ONE.movePointLeft(decimals));
    }
}
