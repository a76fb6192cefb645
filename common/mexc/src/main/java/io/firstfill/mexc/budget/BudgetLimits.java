package io.firstfill.mexc.budget;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * What one process may send; {@link EgressLimits} divides the limits of an address among processes. The exchange
 * publishes no counter and its statements contradict each other, so every number is a setting.
 *
 * @param orders placements of orders; the exchange counts cancellations with them
 * @param signed the part of {@code requests} that other signed calls may use, and that is left of them to prices
 * @param background the part of {@code requests} that polling may use; the rest is reserved for orders
 * @param requests all requests to the trading host
 * @param weight the IP weight of all requests to the trading host
 * @param backgroundWeight the part of {@code weight} that polling may use
 * @param smallWeight the part of {@code backgroundWeight} that polls other than exchangeInfo may use: small calls take
 *     each unit as it becomes free, so that without this limit exchangeInfo would never be sent. Prices that a decision
 *     waits for are not among them
 * @param web calls to the website's host
 * @param perEndpoint tighter limits for single endpoints, in calls
 */
public record BudgetLimits(
        Window orders,
        Window signed,
        Window background,
        Window requests,
        Window weight,
        Window backgroundWeight,
        Window smallWeight,
        Window web,
        Map<MexcEndpoint, Window> perEndpoint) {

    /** The requests that the price of an order that follows another takes: the book and the first trade. */
    static final int PRICE_READINGS = 2;

    public BudgetLimits {
        requireNonNull(orders, "orders");
        requireNonNull(signed, "signed");
        requireNonNull(background, "background");
        requireNonNull(requests, "requests");
        requireNonNull(weight, "weight");
        requireNonNull(backgroundWeight, "backgroundWeight");
        requireNonNull(smallWeight, "smallWeight");
        requireNonNull(web, "web");
        perEndpoint = Map.copyOf(perEndpoint);
    }

    /**
     * The part of {@link #signed} that look-ups and test orders may use: they leave the readings of a price, for which
     * an order waits.
     */
    Window lookUps() {
        int least = Math.min(1, signed.limit());
        return new Window(Math.max(least, signed.limit() - PRICE_READINGS), signed.period());
    }

    /**
     * The readings of prices, for which orders wait: in each second one before the pair opens, one when a market order
     * was taken, and one when its end is known. Look-ups take none of them.
     */
    Window prices() {
        return new Window(signed.limit() == 0 ? 0 : 3 * PRICE_READINGS, signed.period());
    }

    /** The same limits with these numbers of polls, and of all requests, in a second. */
    BudgetLimits rated(int polls, int all) {
        return new BudgetLimits(
                orders,
                signed,
                new Window(polls, background.period()),
                new Window(all, requests.period()),
                weight,
                backgroundWeight,
                smallWeight,
                web,
                perEndpoint);
    }
}
