package io.firstfill.simulator.stream;

import io.firstfill.simulator.book.OrderBook.Level;
import org.jspecify.annotations.Nullable;

/** A subscription of one socket to one channel, with the state of its last push. */
final class Subscription {

    /** The top bid and ask of a book. */
    record TopOfBook(@Nullable Level bid, @Nullable Level ask) {

        static final TopOfBook NONE = new TopOfBook(null, null);
    }

    private final Channel channel;
    private long nextMicros;
    private long pushedTrades;
    private TopOfBook lastTop = TopOfBook.NONE;

    Subscription(Channel channel, long pushedTrades) {
        this.channel = channel;
        this.pushedTrades = pushedTrades;
    }

    Channel channel() {
        return channel;
    }

    /** Returns whether the interval of the channel is over; if so, starts the next interval. */
    boolean isDue(long micros) {
        if (channel.kind().isPrivate() || micros < nextMicros) {
            return false;
        }
        nextMicros = micros + channel.intervalMillis() * 1000L;
        return true;
    }

    /**
     * Returns the number of trades since the last call. A pair that was listed anew counts its trades from zero again.
     *
     * @param trades the number of all trades of the market
     */
    int countNewTrades(long trades) {
        long newTrades = trades - (trades < pushedTrades ? 0 : pushedTrades);
        pushedTrades = trades;
        return (int) Math.min(newTrades, Integer.MAX_VALUE);
    }

    /** Stores the best bid and ask; true when they differ from the stored ones. */
    boolean updateTopOfBook(TopOfBook top) {
        boolean changed = !top.equals(lastTop);
        lastTop = top;
        return changed;
    }
}
