package io.firstfill.mexc.stream;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.market.MexcSymbol;
import java.time.Duration;

/** What can be listened to, by its name on the wire. */
public record StreamChannel(String name) {

    /** Every change of an order of ours. The only sample had it 50 ms ahead of the deals. */
    public static final StreamChannel PRIVATE_ORDERS = new StreamChannel("spot@private.orders.v3.api.pb");

    public static final StreamChannel PRIVATE_DEALS = new StreamChannel("spot@private.deals.v3.api.pb");

    public StreamChannel {
        requireNonNull(name, "name");
        if (name.isBlank() || name.contains(",")) {
            throw new IllegalArgumentException("A channel's name is not blank and has no comma");
        }
    }

    /** Best bid and ask of a pair, pushed when they have changed, at most every 10 ms. */
    public static StreamChannel bookTicker(MexcSymbol symbol) {
        return bookTicker(symbol, Duration.ofMillis(10));
    }

    /** @param interval 10 or 100 ms; the exchange refuses any other */
    public static StreamChannel bookTicker(MexcSymbol symbol, Duration interval) {
        return new StreamChannel(
                "spot@public.aggre.bookTicker.v3.api.pb@" + interval.toMillis() + "ms@" + symbol.value());
    }

    @Override
    public String toString() {
        return name;
    }
}
