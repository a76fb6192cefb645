package io.firstfill.simulator.stream;

/** The modelled channels, each with its body's field in the wrapper. */
enum Kind {
    BOOK_TICKER("spot@public.aggre.bookTicker.v3.api.pb", 315),
    DEALS("spot@public.aggre.deals.v3.api.pb", 314),
    MINI_TICKERS("spot@public.miniTickers.v3.api.pb", 310),
    ORDERS("spot@private.orders.v3.api.pb", 304),
    PRIVATE_DEALS("spot@private.deals.v3.api.pb", 306),
    ACCOUNT("spot@private.account.v3.api.pb", 307);

    private final String family;
    private final int bodyField;

    Kind(String family, int bodyField) {
        this.family = family;
        this.bodyField = bodyField;
    }

    /** The channel's name without what follows its {@code .pb}. */
    String family() {
        return family;
    }

    int bodyField() {
        return bodyField;
    }

    boolean isPrivate() {
        return this == ORDERS || this == PRIVATE_DEALS || this == ACCOUNT;
    }
}
