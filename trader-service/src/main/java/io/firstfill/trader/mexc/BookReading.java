package io.firstfill.trader.mexc;

import io.firstfill.contract.value.Price;
import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.market.Depth;
import io.firstfill.mexc.market.DepthLevel;
import io.firstfill.trader.order.Venue.Decimals;
import io.firstfill.trader.order.Venue.Offer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the order book of a pair. */
final class BookReading {
    /** The decimals that a price or a quantity of ours can have. */
    private static final int MOST_DECIMALS = 20;

    private BookReading() {}

    /**
     * Returns the best offer, with the digits of all levels. Zeros at the end are not counted: the exchange may pad its
     * numbers beyond what it takes in an order.
     */
    static Optional<Offer> bestOffer(MexcResult<Depth> result) {
        return result instanceof MexcResult.Answer<Depth> book
                ? book.value().asks().stream()
                        .map(DepthLevel::price)
                        .filter(price -> price.signum() > 0)
                        .findFirst()
                        .map(price -> new Offer(new Price(price), digits(book.value())))
                : Optional.empty();
    }

    private static Decimals digits(Depth book) {
        List<DepthLevel> levels =
                Stream.concat(book.asks().stream(), book.bids().stream()).toList();
        return new Decimals(most(levels, DepthLevel::price), most(levels, DepthLevel::quantity));
    }

    private static int most(List<DepthLevel> levels, Function<DepthLevel, BigDecimal> number) {
        return levels.stream()
                .mapToInt(level -> number.apply(level).stripTrailingZeros().scale())
                .map(scale -> Math.clamp(scale, 0, MOST_DECIMALS))
                .max()
                .orElse(0);
    }
}
