package io.firstfill.contract.listing;

import io.firstfill.contract.value.Amount;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The orders that the exchange accepts for a pair, from exchangeInfo.
 *
 * @param quantityDecimals decimals of the base quantity
 * @param priceDecimals decimals of the price
 * @param minMarketAmount smallest market order, in quote
 * @param maxMarketAmount largest market order, in quote
 * @param orderTypes as listed; IOC is accepted but never listed
 * @param apiTradable isSpotTradingAllowed at that moment: false before the opening
 * @param minLimitAmount smallest order with a price, in quote; null where the exchange does not state it
 * @param maxLimitAmount largest order with a price, in quote; null where the exchange does not state it
 * @param buyable whether the pair's sides allow buying; null where the sides are not known
 */
public record TradingRules(
        int quantityDecimals,
        int priceDecimals,
        Amount minMarketAmount,
        @Nullable Amount maxMarketAmount,
        List<String> orderTypes,
        boolean apiTradable,
        @Nullable Amount minLimitAmount,
        @Nullable Amount maxLimitAmount,
        @Nullable Boolean buyable) {
    public TradingRules {
        Objects.requireNonNull(minMarketAmount, "minMarketAmount");
        orderTypes = List.copyOf(orderTypes);
    }

    /** Creates rules without limits of orders with a price, and without sides. */
    public TradingRules(
            int quantityDecimals,
            int priceDecimals,
            Amount minMarketAmount,
            @Nullable Amount maxMarketAmount,
            List<String> orderTypes,
            boolean apiTradable) {
        this(
                quantityDecimals,
                priceDecimals,
                minMarketAmount,
                maxMarketAmount,
                orderTypes,
                apiTradable,
                null,
                null,
                null);
    }
}
