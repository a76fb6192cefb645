package io.firstfill.contract.configuration;

import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one listing, set by a person before it opens. A field that is null leaves the term to the configuration.
 *
 * @param quoteAmount spend on the listing, within every cap
 * @param orderStyle the order types of the buy
 * @param maxPremium the highest premium over the reference price
 * @param leaveAlone whether no run buys the listing
 */
public record ListingTerms(
        @Nullable Amount quoteAmount,
        @Nullable OrderStyle orderStyle,
        @Nullable Ratio maxPremium,
        boolean leaveAlone) {}
