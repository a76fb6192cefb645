package io.firstfill.trader.mexc;

import io.firstfill.mexc.order.ClientOrderId;

/** Makes the exchange's form of our names, where both have a type of the same name. */
final class MexcNames {
    private MexcNames() {}

    static ClientOrderId clientOrderId(String value) {
        return new ClientOrderId(value);
    }
}
