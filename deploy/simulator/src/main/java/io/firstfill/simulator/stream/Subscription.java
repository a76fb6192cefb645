package io.firstfill.simulator.stream;

import io.firstfill.simulator.book.OrderBook.Level;
import org.jspecify.annotations.Nullable;

/** A channel one socket listens to, and what was last pushed on it. */
final class Subscription {

    /** The top of a book. */
    record Best(@Nullable Level bid, @Nullable Level ask) {

        static final Best NONE = new Best(null, null);
    }

    private final Channel channel;
    private long nextMicros;
    private long tradesSeen;
    private Best bestSeen = Best.NONE;

    Subscription(Channel channel, long tradesSeen) {
        this.channel = channel;
        this.tradesSeen = tradesSeen;
    }

    Channel channel() {
        return channel;
    }

    /** Whether the channel's interval is over; the next one begins with that. */
    boolean isDue(long micros) {
        if (channel.kind().isPrivate() || micros < nextMicros) {
            return false;
        }
        nextMicros = micros + channel.intervalMillis() * 1000L;
        return true;
    }

    /** How many trades are new; a pair that was listed anew starts again from none. */
    int newTrades(long trades) {
        long fresh = trades - (trades < tradesSeen ? 0 : tradesSeen);
        tradesSeen = trades;
        return (int) Math.min(fresh, Integer.MAX_VALUE);
    }

    boolean isNews(Best best) {
        boolean changed = !best.equals(bestSeen);
        bestSeen = best;
        return changed;
    }
}
