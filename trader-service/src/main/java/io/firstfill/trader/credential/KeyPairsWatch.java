package io.firstfill.trader.credential;

import io.firstfill.contract.value.Pair;
import io.firstfill.trader.alert.PairAlerts;
import io.firstfill.trader.loop.EventLoop;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the key's own list of pairs read ahead of time. The exchange may refuse a pair that the list lacks for ever, so
 * arming one raises a warning; it is no denial by default, because whether coming pairs are in the list is not known.
 */
public final class KeyPairsWatch {
    private final KeyHolder holder;
    private final EventLoop loop;
    private final PairAlerts alerts;
    private final KeyPairs pairs = new KeyPairs();
    private final Set<Pair> missing = new HashSet<>();

    public KeyPairsWatch(KeyHolder holder, EventLoop loop, PairAlerts alerts) {
        this.holder = holder;
        this.loop = loop;
        this.alerts = alerts;
    }

    /** Returns whether the list has the pair, or restricts nothing. */
    public boolean takes(Pair pair) {
        return pairs.takes(pair);
    }

    /** Reads the list; not to be called shortly before an opening, because the call takes its part of the budget. */
    public void refresh() {
        read(() -> {});
    }

    /** A buy of the pair was armed. The list is read once more before anybody is alerted: it may have grown since. */
    public void armed(Pair pair) {
        if (!pairs.takes(pair)) {
            read(() -> warn(pair));
        }
    }

    private void read(Runnable then) {
        holder.symbols()
                .onFailure()
                .recoverWithItem(Optional.empty())
                .subscribe()
                .with(listed -> loop.execute(() -> {
                    listed.ifPresent(pairs::read);
                    clearFound();
                    then.run();
                }));
    }

    private void warn(Pair pair) {
        if (!pairs.takes(pair) && missing.add(pair)) {
            alerts.unlisted(pair);
        }
    }

    private void clearFound() {
        missing.removeIf(pair -> {
            boolean found = pairs.takes(pair);
            if (found) {
                alerts.tradable(pair);
            }
            return found;
        });
    }
}
