package io.firstfill.mexc.budget;

/**
 * The calls that this module makes, with their weights. Weights are those of the 2026-04 document, which are newer and
 * higher.
 */
public enum MexcEndpoint {
    TIME("GET", "/api/v3/time", Lane.QUERY, 1),
    DEFAULT_SYMBOLS("GET", "/api/v3/defaultSymbols", Lane.QUERY, 1),
    EXCHANGE_INFO("GET", "/api/v3/exchangeInfo", Lane.QUERY, 25),
    /** The book, and below it the first trade: an order is priced by them, so that they share the room of orders. */
    DEPTH("GET", "/api/v3/depth", Lane.SIGNED, 3),
    CANDLES("GET", "/api/v3/klines", Lane.SIGNED, 1),
    TICKER_PRICE("GET", "/api/v3/ticker/price", Lane.QUERY, 10),
    /** The same call for pairs about which a decision waits; it may use the weight that is kept for exchangeInfo. */
    TICKER_PRICE_AT_ONCE("GET", "/api/v3/ticker/price", Lane.QUERY, 10),
    /** The best bids of held pairs, from the trader's own share of the polls: no detection can take it. */
    BOOK_TICKER("GET", "/api/v3/ticker/bookTicker", Lane.QUERY, 10),

    /** Documented without an IP weight; counted as 1, as the older document has it. */
    PLACE_ORDER("POST", "/api/v3/order", Lane.ORDER, 1),
    CANCEL_ORDER("DELETE", "/api/v3/order", Lane.SIGNED, 1),
    /** Sent over the connections of orders, because it opens them and measures the time an order takes. */
    TEST_ORDER("POST", "/api/v3/order/test", Lane.SIGNED, 1),
    ORDER_DETAIL("GET", "/api/v3/order", Lane.SIGNED, 2),
    ALL_ORDERS("GET", "/api/v3/allOrders", Lane.SIGNED, 10),
    MY_TRADES("GET", "/api/v3/myTrades", Lane.SIGNED, 10),
    ACCOUNT("GET", "/api/v3/account", Lane.SIGNED, 10),
    SELF_SYMBOLS("GET", "/api/v3/selfSymbols", Lane.SIGNED, 1),
    LISTEN_KEY_CREATE("POST", "/api/v3/userDataStream", Lane.SIGNED, 1),
    LISTEN_KEY_EXTEND("PUT", "/api/v3/userDataStream", Lane.SIGNED, 1),
    LISTEN_KEY_CLOSE("DELETE", "/api/v3/userDataStream", Lane.SIGNED, 1),

    CALENDAR("GET", "/api/operation/new_coin_calendar", Lane.WEB, 1),
    SYMBOLS_V2("GET", "/api/platform/spot/market-v2/web/symbolsV2", Lane.WEB, 1);

    private final String method;
    private final String path;
    private final Lane lane;
    private final int weight;

    MexcEndpoint(String method, String path, Lane lane, int weight) {
        this.method = method;
        this.path = path;
        this.lane = lane;
        this.weight = weight;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public Lane lane() {
        return lane;
    }

    public int weight() {
        return weight;
    }

    /** Returns whether an order is priced by the answer. */
    boolean isPrice() {
        return this == DEPTH || this == CANDLES;
    }

    /** Whether the call uses the connections of orders. */
    public boolean onOrderSockets() {
        return lane == Lane.ORDER || this == TEST_ORDER;
    }
}
