package io.firstfill.trader.desk;

import io.firstfill.contract.value.Pair;
import io.firstfill.trader.credential.KeyHolder;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the key's own list of pairs read ahead of time. A pair it lacks may be refused for ever, so arming one warns; it is
 * no denial by default, because whether coming pairs are in the list is not known.
 */
final class KeyPairsWatch {
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final DeskParts desk;
    private final KeyHolder holder;
    private final PairAlerts alerts;
    private final Set<Pair> missing = new HashSet<>();

    KeyPairsWatch(DeskParts desk, KeyHolder holder) {
        this.desk = desk;
        this.holder = holder;
        this.alerts = new PairAlerts(desk.alerts());
    }

    /** Quiet while a bell is about to ring. */
    void refresh() {
        boolean quiet = desk.state().opensBefore(desk.venue().exchangeTime().plus(QUIET));
        if (desk.state().credentialValid() && !quiet) {
            read(() -> {});
        }
    }

    /** The list is read once more before anybody is called: it may have grown since. */
    void wanted(Pair pair) {
        if (!desk.state().keyPairs.takes(pair)) {
            read(() -> warn(pair));
        }
    }

    private void read(Runnable then) {
        holder.symbols()
                .onFailure()
                .recoverWithItem(Optional.empty())
                .subscribe()
                .with(listed -> desk.thread().execute(() -> {
                    listed.ifPresent(desk.state().keyPairs::read);
                    settle();
                    then.run();
                }));
    }

    private void warn(Pair pair) {
        if (!desk.state().keyPairs.takes(pair) && missing.add(pair)) {
            alerts.unlisted(pair);
        }
    }

    private void settle() {
        missing.removeIf(pair -> {
            boolean found = desk.state().keyPairs.takes(pair);
            if (found) {
                alerts.taken(pair);
            }
            return found;
        });
    }
}
