package io.firstfill.simulator.exchange;

import io.firstfill.simulator.book.OrderBook;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Where one pair is traded: its book and what the public can know about its trades. */
public final class Market {

    private static final int TAPE_LENGTH = 1000;

    private final Pair pair;
    private final OrderBook book;
    private final Deque<Trade> tape = new ArrayDeque<>();
    private @Nullable TradeStatistics statistics;
    private @Nullable Trade last;
    private BigDecimal referencePrice;
    private TradeSides sides = TradeSides.ALL;
    private boolean paused;
    private long trades;
    private long updates = 20_453_289_489L;

    Market(Pair pair, BigDecimal referencePrice) {
        this.pair = pair;
        this.book = new OrderBook(pair.baseScale());
        this.referencePrice = referencePrice;
    }

    public Pair pair() {
        return pair;
    }

    public OrderBook book() {
        return book;
    }

    /** Newest last. */
    public Collection<Trade> tape() {
        return Collections.unmodifiableCollection(tape);
    }

    /** How many trades there have been, those the tape has forgotten included. */
    public long trades() {
        return trades;
    }

    public @Nullable TradeStatistics statistics() {
        return statistics;
    }

    public @Nullable BigDecimal lastPrice() {
        return last == null ? null : last.price();
    }

    /** The price to measure by: the last trade, before the first one the reference price. */
    public BigDecimal priceBasis() {
        return last == null ? referencePrice : last.price();
    }

    /** The price the market maker quotes around. */
    public BigDecimal referencePrice() {
        return referencePrice;
    }

    public void moveTo(BigDecimal price) {
        referencePrice = price.max(pair.tick());
    }

    public TradeSides sides() {
        return sides;
    }

    public void restrictTo(TradeSides allowed) {
        sides = allowed;
    }

    public boolean paused() {
        return paused;
    }

    public void pause(boolean now) {
        paused = now;
    }

    public long updates() {
        return updates;
    }

    void bookChanged() {
        updates++;
    }

    void traded(Trade trade) {
        last = trade;
        trades++;
        statistics = statistics == null ? TradeStatistics.first(trade) : statistics.and(trade);
        tape.addLast(trade);
        if (tape.size() > TAPE_LENGTH) {
            tape.removeFirst();
        }
    }
}
