package io.firstfill.mexc.stream;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.market.MexcSymbol;

/** A channel to subscribe to, by its name on the wire. */
public record StreamChannel(String name) {

    /** Pushes every change of an order of the account. In the only sample the push came 50 ms ahead of the deals. */
    public static final StreamChannel PRIVATE_ORDERS = new StreamChannel("spot@private.orders.v3.api.pb");

    /** Pushes every trade of an order of the account. */
    public static final StreamChannel PRIVATE_DEALS = new StreamChannel("spot@private.deals.v3.api.pb");

    public StreamChannel {
        requireNonNull(name, "name");
        if (name.isBlank() || name.contains(",")) {
            throw new IllegalArgumentException("A channel's name is not blank and has no comma");
        }
    }

    /**
     * Returns the channel that pushes the best bid and ask of a pair when they have changed, at most every 10 ms. The
     * exchange offers 10 and 100 ms and refuses any other interval.
     */
    public static StreamChannel bookTicker(MexcSymbol symbol) {
        return new StreamChannel("spot@public.aggre.bookTicker.v3.api.pb@10ms@" + symbol.value());
    }

    /** Returns the channel that pushes the trades of a pair, at most every 100 ms. */
    public static StreamChannel trades(MexcSymbol symbol) {
        return new StreamChannel("spot@public.aggre.deals.v3.api.pb@100ms@" + symbol.value());
    }

    @Override
    public String toString() {
        return name;
    }
}
