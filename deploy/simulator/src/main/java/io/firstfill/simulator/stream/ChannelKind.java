package io.firstfill.simulator.stream;

/** The modelled kinds of channel, each with the field number of its body in the protobuf wrapper. */
enum ChannelKind {
    BOOK_TICKER("spot@public.aggre.bookTicker.v3.api.pb", 315),
    DEALS("spot@public.aggre.deals.v3.api.pb", 314),
    MINI_TICKERS("spot@public.miniTickers.v3.api.pb", 310),
    ORDERS("spot@private.orders.v3.api.pb", 304),
    PRIVATE_DEALS("spot@private.deals.v3.api.pb", 306),
    ACCOUNT("spot@private.account.v3.api.pb", 307);

    private final String family;
    private final int bodyField;

    ChannelKind(String family, int bodyField) {
        this.family = family;
        this.bodyField = bodyField;
    }

    /** The name of the channel up to its {@code .pb}. */
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
