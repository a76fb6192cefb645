package io.firstfill.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.book.OrderType;
import io.firstfill.simulator.listing.Visibility;
import io.firstfill.simulator.market.Pair;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to schedule the opening of a pair. Only base, openAt and referencePrice are required.
 *
 * @param surprise whether no source shows the pair before its opening
 * @param visibleInCalendarAt from when the calendar shows the pair, by default at once; the same for the three after it
 * @param behaviour switches that are overridden for this pair
 */
record NewListing(
        @Nullable String base,
        @Nullable String quote,
        @Nullable String fullName,
        @Nullable Instant openAt,
        @Nullable BigDecimal openDelayMillis,
        boolean surprise,
        @Nullable BigDecimal referencePrice,
        @Nullable Instant visibleInCalendarAt,
        @Nullable Instant visibleInExchangeInfoAt,
        @Nullable Instant visibleInSymbolsV2At,
        @Nullable Instant readyInSymbolsV2At,
        @Nullable Integer baseScale,
        @Nullable Integer priceScale,
        @Nullable BigDecimal minAmount,
        @Nullable BigDecimal minAmountMarket,
        @Nullable BigDecimal minQuantity,
        @Nullable BigDecimal maxAmount,
        @Nullable BigDecimal maxAmountMarket,
        @Nullable List<OrderType> orderTypes,
        @Nullable ObjectNode behaviour) {

    Pair pair() {
        Pair usual = Pair.usual(required("base", base), or(quote, "USDT"), or(baseScale, 2), or(priceScale, 5));
        return new Pair(
                usual.base(),
                usual.quote(),
                or(fullName, usual.fullName()),
                usual.baseScale(),
                usual.priceScale(),
                or(minAmount, usual.minAmount()),
                or(minAmountMarket, usual.minAmountMarket()),
                or(minQuantity, usual.minQuantity()),
                or(maxAmount, usual.maxAmount()),
                or(maxAmountMarket, usual.maxAmountMarket()),
                or(orderTypes, usual.orderTypes()));
    }

    Instant opening() {
        return required("openAt", openAt);
    }

    BigDecimal price() {
        BigDecimal price = required("referencePrice", referencePrice);
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("referencePrice must be positive");
        }
        return price;
    }

    Visibility visibility() {
        return surprise
                ? Visibility.SURPRISE
                : new Visibility(
                        or(visibleInCalendarAt, Instant.EPOCH),
                        or(visibleInExchangeInfoAt, Instant.EPOCH),
                        or(visibleInSymbolsV2At, Instant.EPOCH),
                        or(readyInSymbolsV2At, or(visibleInSymbolsV2At, Instant.EPOCH)));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(field + " is required");
        }
        return value;
    }
}
