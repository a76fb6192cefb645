package io.firstfill.trader.engine;

import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.loop.EventLoop;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The decisions to be taken again, at most one for each listing of a run. Confined to the event loop. */
final class ReviewTimers {
    private final EventLoop loop;
    private final Map<ListingKey, Runnable> cancels = new HashMap<>();

    ReviewTimers(EventLoop loop) {
        this.loop = loop;
    }

    /** Reviews after the delay, instead of when it was to be reviewed before. */
    void after(Duration delay, ListingKey key, Consumer<ListingKey> review) {
        Runnable before = cancels.put(key, loop.after(delay, () -> {
            cancels.remove(key);
            review.accept(key);
        }));
        if (before != null) {
            before.run();
        }
    }
}
