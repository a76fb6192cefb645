package io.firstfill.simulator.market;

import io.firstfill.simulator.book.OrderBook;
import io.firstfill.simulator.book.Side;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The market of one pair: its order book, its public trades, its reference price and its trading halt. */
public final class Market {

    private static final int RECENT_TRADES = 1000;

    private final Pair pair;
    private final OrderBook book;
    private final Deque<Trade> recentTrades = new ArrayDeque<>();
    private @Nullable TradeStatistics statistics;
    private @Nullable Trade lastTrade;
    private BigDecimal referencePrice;
    private TradeSides sides = TradeSides.ALL;
    private boolean paused;
    private boolean still;
    private long tradeCount;
    private long lastUpdateId = 20_453_289_489L;

    public Market(Pair pair, BigDecimal referencePrice) {
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

    /** The latest 1000 trades, newest last. */
    public Collection<Trade> recentTrades() {
        return Collections.unmodifiableCollection(recentTrades);
    }

    /** The number of all trades, including those that {@link #recentTrades} no longer holds. */
    public long tradeCount() {
        return tradeCount;
    }

    public @Nullable TradeStatistics statistics() {
        return statistics;
    }

    public @Nullable BigDecimal lastPrice() {
        return lastTrade == null ? null : lastTrade.price();
    }

    /** The price of the last trade; before the first trade the reference price. */
    public BigDecimal lastOrReferencePrice() {
        return lastTrade == null ? referencePrice : lastTrade.price();
    }

    /** The price around which the market maker quotes. */
    public BigDecimal referencePrice() {
        return referencePrice;
    }

    /** Sets the reference price; at least one tick. */
    public void setReferencePrice(BigDecimal price) {
        referencePrice = price.max(pair.tick());
    }

    public TradeSides sides() {
        return sides;
    }

    public void allowSides(TradeSides allowed) {
        sides = allowed;
    }

    public boolean paused() {
        return paused;
    }

    public void setPaused(boolean halted) {
        paused = halted;
    }

    /** Returns whether the exchange's own traders leave this market as it is. */
    public boolean isStill() {
        return still;
    }

    /**
     * Moves the last price by a trade of the least quantity, unless it is that price already, and stops the exchange's
     * own traders.
     */
    public void standStillAt(BigDecimal price, long timeMillis) {
        still = true;
        if (lastTrade == null || lastTrade.price().compareTo(price) != 0) {
            add(new Trade(price, BigDecimal.ONE.movePointLeft(pair.baseScale()), timeMillis, Side.SELL));
        }
    }

    /** The sequence number of the book's last change, as the depth endpoint publishes it. */
    public long lastUpdateId() {
        return lastUpdateId;
    }

    /** Counts a change of the book. Order entry calls it after each order and each cancellation. */
    public void bookChanged() {
        lastUpdateId++;
    }

    /** Appends a trade to the recent trades and to the statistics. */
    public void add(Trade trade) {
        lastTrade = trade;
        tradeCount++;
        statistics = statistics == null ? TradeStatistics.first(trade) : statistics.and(trade);
        recentTrades.addLast(trade);
        if (recentTrades.size() > RECENT_TRADES) {
            recentTrades.removeFirst();
        }
    }
}
