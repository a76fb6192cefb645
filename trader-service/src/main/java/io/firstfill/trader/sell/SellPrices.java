package io.firstfill.trader.sell;

import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The bids of the pairs that are held. */
@FunctionalInterface
public interface SellPrices {
    /** The best bid, at most about a second old; empty where no buyer is known. */
    Uni<Optional<Price>> bid(Pair pair);
}
