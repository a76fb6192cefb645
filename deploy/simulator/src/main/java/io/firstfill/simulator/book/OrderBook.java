package io.firstfill.simulator.book;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The resting orders of one pair: best price first, within a price the oldest first. */
public final class OrderBook {

    /** The total quantity at one price. */
    public record Level(BigDecimal price, BigDecimal quantity) {}

    private final NavigableMap<BigDecimal, Deque<Order>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, Deque<Order>> asks = new TreeMap<>();
    private final int quantityScale;

    public OrderBook(int quantityScale) {
        this.quantityScale = quantityScale;
    }

    /**
     * Matches an incoming order, then adds its rest to the book or cancels it, by the type of the order.
     *
     * @param fraction the part of the order that may be executed before the rest is cancelled; 1 in a normal market
     */
    public List<Match> accept(Order taker, BigDecimal fraction) {
        OrderType type = taker.terms().type();
        boolean wouldTake = type == OrderType.LIMIT_MAKER && bestAgainst(taker) != null;
        boolean tooLittle = type == OrderType.FILL_OR_KILL && available(taker).compareTo(taker.remaining()) < 0;
        boolean cancelled = wouldTake || tooLittle;
        List<Match> matches = cancelled ? List.of() : match(taker, fraction);
        if (taker.status().isOpen()) {
            if (type.rests() && !cancelled && fraction.compareTo(BigDecimal.ONE) >= 0) {
                add(taker);
            } else {
                taker.cancel();
            }
        }
        return matches;
    }

    /** Cancels an incoming order without matching it. */
    public void cancelUnmatched(Order taker) {
        taker.cancel();
    }

    /** Removes an order from the book and cancels it; false when the order is not in the book. */
    public boolean cancel(Order order) {
        NavigableMap<BigDecimal, Deque<Order>> side = side(order.terms().side());
        Deque<Order> queue = side.get(order.terms().price());
        if (queue == null || !queue.remove(order)) {
            return false;
        }
        if (queue.isEmpty()) {
            side.remove(order.terms().price());
        }
        order.cancel();
        return true;
    }

    public @Nullable BigDecimal best(Side side) {
        return side(side).isEmpty() ? null : side(side).firstKey();
    }

    public List<Level> levels(Side side, int limit) {
        return side(side).entrySet().stream()
                .limit(limit)
                .map(entry -> new Level(entry.getKey(), total(entry.getValue())))
                .toList();
    }

    private List<Match> match(Order taker, BigDecimal fraction) {
        List<Match> matches = new ArrayList<>();
        for (Order maker = bestAgainst(taker); maker != null; maker = bestAgainst(taker)) {
            BigDecimal price = maker.terms().price();
            BigDecimal quantity =
                    taker.matchableQuantity(price, quantityScale, fraction).min(maker.remaining());
            if (quantity.signum() <= 0) {
                break;
            }
            maker.fill(price, quantity, quantityScale);
            taker.fill(price, quantity, quantityScale);
            matches.add(new Match(maker, taker, price, quantity));
            removeIfFilled(maker);
        }
        return matches;
    }

    private void removeIfFilled(Order maker) {
        if (maker.status() == OrderStatus.FILLED) {
            NavigableMap<BigDecimal, Deque<Order>> side = side(maker.terms().side());
            Deque<Order> queue = side.firstEntry().getValue();
            queue.removeFirst();
            if (queue.isEmpty()) {
                side.pollFirstEntry();
            }
        }
    }

    private @Nullable Order bestAgainst(Order taker) {
        NavigableMap<BigDecimal, Deque<Order>> opposite =
                side(taker.terms().side().opposite());
        if (opposite.isEmpty() || !crosses(taker, opposite.firstKey())) {
            return null;
        }
        return opposite.firstEntry().getValue().getFirst();
    }

    private BigDecimal available(Order taker) {
        return side(taker.terms().side().opposite()).entrySet().stream()
                .filter(entry -> crosses(taker, entry.getKey()))
                .map(entry -> total(entry.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean crosses(Order taker, BigDecimal price) {
        int compared = price.compareTo(taker.terms().price());
        return taker.terms().side() == Side.BUY ? compared <= 0 : compared >= 0;
    }

    private void add(Order order) {
        side(order.terms().side())
                .computeIfAbsent(order.terms().price(), price -> new ArrayDeque<>())
                .addLast(order);
    }

    private static BigDecimal total(Deque<Order> queue) {
        return queue.stream().map(Order::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private NavigableMap<BigDecimal, Deque<Order>> side(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
