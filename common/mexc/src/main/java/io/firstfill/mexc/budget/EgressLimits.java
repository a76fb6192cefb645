package io.firstfill.mexc.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;

/**
 * What may leave one egress address, and how its processes divide it. Orders come first: polling may use what full use
 * of the order rate leaves. The parts are fixed, so that no process asks another before a call, and whatever each
 * process sends, all together stay within the limits of the address.
 *
 * @param orders orders of an account in any second, all of them the trader's
 * @param signed other calls about orders in any second, within the room of orders that are not sent: the trader's too
 * @param requests all requests to the trading host in any second
 * @param weight IP weight of all requests to the trading host in any ten seconds
 * @param web calls to the website's host in any second, all of them the scanner's
 * @param exchangeInfoPause the shortest time between two exchangeInfo calls for all pairs
 * @param scannerShare percent of the polling part that is the scanner's
 * @param traderShare percent of the polling part that is the trader's
 */
public record EgressLimits(
        int orders,
        int signed,
        int requests,
        int weight,
        int web,
        Duration exchangeInfoPause,
        int scannerShare,
        int traderShare) {

    private static final Duration SECOND = Duration.ofSeconds(1);
    /**
     * The exchange counts orders when they arrive: a first one that is slow and a thirteenth that is quick must not
     * come into one of its seconds.
     */
    static final Duration ORDER_SECOND = Duration.ofMillis(1_020);

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final int ACCOUNT_CALLS = 2;
    /**
     * Prices that a decision waits for use the weight of exchangeInfo. Two in a second or so use 20 of it for 10 s; in
     * the 5 s after that exchangeInfo has room, whatever a broken source invents.
     */
    private static final int PRICES_AT_ONCE = 2;

    private static final Duration PRICES_PERIOD = Duration.ofSeconds(15);
    private static final int WHOLE = 100;

    public EgressLimits {
        requireNonNull(exchangeInfoPause, "exchangeInfoPause");
        require(orders > 0 && signed > 0 && web >= 0, "orders and signed must be positive, web not negative");
        require(signed <= orders, "signed calls use the room of orders: signed must not exceed orders");
        require(requests > orders, "orders are not reserved first: requests must exceed orders");
        require(
                weight > weightOf(orders),
                "orders are not reserved first: weight must exceed " + weightOf(orders) + ", ten seconds of orders");
        require(scannerShare >= 0 && traderShare >= 0, "a share is not negative");
        require(scannerShare + traderShare <= WHOLE, "the shares of the egress address exceed 100 percent");
    }

    /**
     * Returns the strictest of the published numbers, less a margin: 12 orders in 1.02 s of 12 in a second, 18 of 20
     * requests/s, 220 of 300 weight.
     */
    public static EgressLimits strictest() {
        return new EgressLimits(12, 6, 18, 220, 2, TEN_SECONDS, 60, 40);
    }

    /** Returns the limits of a process that polls and sends no order. */
    public BudgetLimits scanner() {
        require(part(requests - orders, scannerShare) > 0, "the scanner's share allows no request");
        return limits(0, 0, scannerShare, web, MexcEndpoint.EXCHANGE_INFO.weight());
    }

    /** Returns the limits of a process that sends orders and never calls the website. */
    public BudgetLimits trader() {
        require(part(requests - orders, traderShare) > 0, "the trader's share allows no request");
        return limits(orders, signed, traderShare, 0, 0);
    }

    /**
     * Returns the limits of a process that polls, by time: between openings it has all requests but those that a
     * surprise needs.
     *
     * @param surprise requests in any second that the trader keeps between openings
     */
    public TimedLimits scanner(int surprise) {
        require(surprise > 0 && surprise < requests, "a surprise needs a part of the requests and leaves a part");
        int left = requests - surprise;
        return new TimedLimits(scanner(), scanner().rated(left, left));
    }

    /**
     * Returns the limits of a process that sends orders, by time. At openings it has all requests that the scanner's
     * share leaves: the book is read for the price of the order that follows a cancelled one.
     */
    public TimedLimits trader(int surprise) {
        int rest = requests - orders - part(requests - orders, scannerShare);
        int polls = Math.max(rest, surprise / 2);
        return new TimedLimits(trader().rated(rest, orders + rest), trader().rated(polls, surprise));
    }

    /** Returns the limits of a process that has the address to itself. */
    public BudgetLimits whole() {
        return limits(orders, signed, WHOLE, web, MexcEndpoint.EXCHANGE_INFO.weight());
    }

    /** @param kept weight that only exchangeInfo may use, where so much is left for the rest */
    private BudgetLimits limits(int ordersHere, int signedHere, int share, int webHere, int kept) {
        int polls = part(requests - orders, share);
        int pollingWeight = part(weight - weightOf(orders), share);
        return new BudgetLimits(
                new Window(ordersHere, ORDER_SECOND),
                new Window(signedHere, SECOND),
                new Window(polls, SECOND),
                new Window(ordersHere + polls, SECOND),
                new Window(weightOf(ordersHere) + pollingWeight, TEN_SECONDS),
                new Window(pollingWeight, TEN_SECONDS),
                new Window(pollingWeight > 2 * kept ? pollingWeight - kept : pollingWeight, TEN_SECONDS),
                new Window(webHere, SECOND),
                Map.of(
                        MexcEndpoint.EXCHANGE_INFO, new Window(1, exchangeInfoPause),
                        MexcEndpoint.TICKER_PRICE_AT_ONCE, new Window(PRICES_AT_ONCE, PRICES_PERIOD),
                        MexcEndpoint.ACCOUNT, new Window(ACCOUNT_CALLS, SECOND)));
    }

    private static int weightOf(int orders) {
        return orders * (int) TEN_SECONDS.toSeconds() * MexcEndpoint.PLACE_ORDER.weight();
    }

    private static int part(int whole, int share) {
        return whole * share / WHOLE;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
