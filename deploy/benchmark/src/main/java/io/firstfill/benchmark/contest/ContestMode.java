package io.firstfill.benchmark.contest;

import io.vertx.core.json.JsonObject;

/** What is measured side by side: how openings behave, and how far away the exchange is. */
public enum ContestMode {
    EXACT("CAX", "exactly at T", Kind.SCHEDULED, 0, 0, false),
    LATE("CBX", "0 to 40 ms late", Kind.SCHEDULED, 40_000, 0, false),
    FIRST_MINUTE("CCX", "0 to 40 ms late, market orders cancelled", Kind.SCHEDULED, 40_000, 0, true),
    FIRST_MINUTE_20("CJX", "0 to 40 ms late, market orders cancelled, 20 ms away", Kind.SCHEDULED, 40_000, 20, true),
    FIRST_MINUTE_100("CKX", "0 to 40 ms late, market orders cancelled, 100 ms away", Kind.SCHEDULED, 40_000, 100, true),
    TEN_IN_A_SECOND("CDX", "ten in one second, 0 to 40 ms late", Kind.GROUP, 40_000, 0, false),
    AWAY_20("CEX", "0 to 40 ms late, 20 ms away", Kind.SCHEDULED, 40_000, 20, false),
    AWAY_100("CFX", "0 to 40 ms late, 100 ms away", Kind.SCHEDULED, 40_000, 100, false),
    SURPRISE("CGX", "surprise", Kind.SURPRISE, 0, 0, false),
    SURPRISE_FIRST_MINUTE("CHX", "surprise, market orders cancelled", Kind.SURPRISE, 0, 0, true),
    /** Our run of this mode sends capped orders alone. */
    CAPPED_SURPRISE("CIX", "surprise, market orders cancelled, ours capped", Kind.SURPRISE, 0, 0, true);

    /** How the listings of a mode follow each other. */
    enum Kind {
        /** Announced, one after the other. */
        SCHEDULED,
        /** Announced, ten in one second. */
        GROUP,
        /** Shown nowhere before they trade. */
        SURPRISE
    }

    private final String base;
    private final String label;
    private final Kind kind;
    private final int longestDelayMicros;
    private final int roundTripMillis;
    private final boolean firstMinute;

    ContestMode(
            String base, String label, Kind kind, int longestDelayMicros, int roundTripMillis, boolean firstMinute) {
        this.base = base;
        this.label = label;
        this.kind = kind;
        this.longestDelayMicros = longestDelayMicros;
        this.roundTripMillis = roundTripMillis;
        this.firstMinute = firstMinute;
    }

    /** The mode as the report names it. */
    public String label() {
        return label;
    }

    /** The begin of the tickers of the mode; a number follows. */
    String base() {
        return base;
    }

    Kind kind() {
        return kind;
    }

    /** What both do in this mode, as the report states it. */
    public String both() {
        return "Our run buys " + orderStyle() + ". " + sends();
    }

    private String sends() {
        return switch (kind) {
            case SCHEDULED ->
                "The rival writes ten requests a listing, 4 ms apart, the first to arrive at T and the last 36 ms later.";
            case GROUP ->
                "The rival writes one or two requests a listing, all 12 that its account has in the second,"
                        + " the last of each to arrive when every listing has opened, 40 ms after T.";
            case SURPRISE -> "The rival knows no surprise and does not take part.";
        };
    }

    public boolean isSurprise() {
        return kind == Kind.SURPRISE;
    }

    /** Whether market orders are cancelled in the first minute of a pair. */
    public boolean hasFirstMinute() {
        return firstMinute;
    }

    /** The order style of our run: that of the rival where market orders are filled. */
    public String orderStyle() {
        if (this == CAPPED_SURPRISE) {
            return "IOC_CAPPED";
        }
        return firstMinute ? "MARKET_THEN_IOC" : "MARKET";
    }

    /** The configuration of our run, where it differs from the benchmark's; market orders have no price to limit. */
    public JsonObject configuration() {
        JsonObject changes = new JsonObject().put("name", "Benchmark " + name()).put("orderStyle", orderStyle());
        return orderStyle().equals("MARKET") ? changes : changes.put("maxPremium", "0.3");
    }

    /** How much later than announced a pair opens at most. */
    int longestDelayMicros() {
        return longestDelayMicros;
    }

    /** The time that the network adds to each request and its answer, for all who take part. */
    int roundTripMillis() {
        return roundTripMillis;
    }

    /** The behaviour of the pairs: their market makers quote once, so that the exchange's one thread stays free. */
    JsonObject behaviour() {
        return new JsonObject()
                .put("makerTrades", false)
                .put("makerIntervalMillis", 86_400_000)
                .put("marketFirstMinute", firstMinute ? "CANCELED" : "FILLED");
    }
}
