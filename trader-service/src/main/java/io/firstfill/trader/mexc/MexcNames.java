package io.firstfill.trader.mexc;

import io.firstfill.contract.value.Pair;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.ClientOrderId;
import org.jspecify.annotations.Nullable;

/** Makes the exchange's form of our names, where both have a type of the same name. */
final class MexcNames {
    private MexcNames() {}

    static ClientOrderId clientOrderId(String value) {
        return new ClientOrderId(value);
    }

    static MexcSymbol symbol(Pair pair) {
        return new MexcSymbol(pair.symbol());
    }

    /** Null where the exchange left the id out. */
    static @Nullable String text(@Nullable ClientOrderId named) {
        return named == null ? null : named.value();
    }
}
