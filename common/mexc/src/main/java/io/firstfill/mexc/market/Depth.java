package io.firstfill.mexc.market;

import static java.util.Objects.requireNonNull;

import io.firstfill.mexc.reading.Partial;
import io.firstfill.mexc.reading.SkippedRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The order book of a pair, best level first on both sides; both sides may be empty before an opening.
 *
 * @param skipped the levels at which reading stopped, at most one a side
 */
public record Depth(List<DepthLevel> bids, List<DepthLevel> asks, SkippedRows skipped) implements Partial {
    /** The digits that a price or a quantity of ours can have. */
    private static final int MOST_DIGITS = 20;

    public Depth {
        bids = List.copyOf(requireNonNull(bids, "bids"));
        asks = List.copyOf(requireNonNull(asks, "asks"));
        requireNonNull(skipped, "skipped");
    }

    /** The best price of the sellers; empty while there is none. */
    public Optional<BigDecimal> bestAsk() {
        return asks.stream()
                .map(DepthLevel::price)
                .filter(price -> price.signum() > 0)
                .findFirst();
    }

    /** The best price of the buyers; empty while there is none, or while it is not below the sellers' best price. */
    public Optional<BigDecimal> bestBid() {
        Optional<BigDecimal> ask = bestAsk();
        return bids.stream()
                .map(DepthLevel::price)
                .filter(price -> price.signum() > 0)
                .findFirst()
                .filter(bid -> ask.filter(offer -> offer.compareTo(bid) <= 0).isEmpty());
    }

    /** The most digits after the point of any price: the pair takes as many. */
    public int priceDigits() {
        return digits(DepthLevel::price);
    }

    /** The most digits after the point of any quantity: the pair takes as many. */
    public int quantityDigits() {
        return digits(DepthLevel::quantity);
    }

    /** Zeros at the end are not counted: the exchange may pad its numbers beyond what it takes in an order. */
    private int digits(Function<DepthLevel, BigDecimal> number) {
        return Stream.concat(asks.stream(), bids.stream())
                .map(number)
                .mapToInt(value -> value.stripTrailingZeros().scale())
                .map(scale -> Math.clamp(scale, 0, MOST_DIGITS))
                .max()
                .orElse(0);
    }
}
