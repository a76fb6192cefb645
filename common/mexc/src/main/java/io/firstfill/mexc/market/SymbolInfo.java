package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.firstfill.mexc.reading.WireText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One pair of exchangeInfo. Every component but the name may be missing. The exchange has no price filter and no lot
 * filter: the least price step is 10^-quotePrecision, the least quantity step 10^-baseAssetPrecision.
 *
 * @param statusWord as the exchange writes it; see {@link #status}
 * @param baseAssetPrecision decimals of a quantity
 * @param quotePrecision decimals of a price
 * @param orderTypes as listed; IMMEDIATE_OR_CANCEL and FILL_OR_KILL are accepted without ever being listed
 * @param minQuoteAmount least order amount in quote; the wire calls it a precision
 * @param minBaseQuantity least quantity; very often 0, then only decimals and amount bind
 * @param takerCommission a fraction, 0.0005 for 0.05 %
 * @param specialTreatment the exchange's risk warning
 * @param firstOpenTime the pair's opening, where the exchange states it
 */
public record SymbolInfo(
        MexcSymbol symbol,
        @JsonProperty("status") @Nullable String statusWord,
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

    /** Most order types, permissions or filters that are kept. */
    private static final int MOST = 50;

    public SymbolInfo {
        requireNonNull(symbol, "symbol");
        statusWord = WireText.describeOrNull(statusWord);
        tradeSides = requireNonNullElse(tradeSides, TradeSides.UNKNOWN);
        baseAsset = WireText.nameOrNull(baseAsset, "baseAsset");
        quoteAsset = WireText.nameOrNull(quoteAsset, "quoteAsset");
        orderTypes = words(orderTypes);
        permissions = words(permissions);
        filters = filters == null
                ? List.of()
                : filters.stream().filter(Objects::nonNull).limit(MOST).toList();
        fullName = WireText.describeOrNull(fullName);
        contractAddress = WireText.describeOrNull(contractAddress);
    }

    public SymbolStatus status() {
        return SymbolStatus.of(statusWord);
    }

    /** The word by which the exchange states a status that is not known here; null where it is, or states none. */
    public @Nullable String unknownStatus() {
        return statusWord == null || status() != SymbolStatus.UNKNOWN ? null : statusWord;
    }

    /** A word that is no plain name is none of those that we know. */
    private static Set<String> words(@Nullable Set<String> words) {
        return words == null
                ? Set.of()
                : words.stream()
                        .filter(Objects::nonNull)
                        .filter(WireText::isName)
                        .limit(MOST)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
