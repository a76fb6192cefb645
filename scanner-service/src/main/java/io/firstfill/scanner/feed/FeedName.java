package io.firstfill.scanner.feed;

/** The feeds, each with the label that its alerts and metrics carry. */
public enum FeedName {
    CALENDAR("calendar", "web"),
    EXCHANGE_INFO("exchange-info", "api"),
    TICKER_PRICE("ticker-price", "api"),
    DEFAULT_SYMBOLS("default-symbols", "api"),
    SYMBOLS_V2("symbols-v2", "web");

    private final String label;
    private final String host;

    FeedName(String label, String host) {
        this.label = label;
        this.host = host;
    }

    public String label() {
        return label;
    }

    /** Which of the exchange's hosts answers the feed; each host throttles on its own. */
    String host() {
        return host;
    }
}
