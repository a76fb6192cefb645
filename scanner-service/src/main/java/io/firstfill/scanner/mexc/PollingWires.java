package io.firstfill.scanner.mexc;

import io.firstfill.mexc.MexcWire;
import io.firstfill.mexc.budget.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections of one environment, one set for each exit address. The feed that shows surprises uses them in turn,
 * so that the addresses divide its interval evenly. Thread-safe.
 */
final class PollingWires {
    private final List<MexcWire> all;
    private final int sharing;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * @param all at least one; the first is that of the orders
     * @param sharing the number of environments that share the first address
     */
    PollingWires(List<MexcWire> all, int sharing) {
        this.all = List.copyOf(all);
        this.sharing = Math.max(1, sharing);
    }

    MexcWire first() {
        return all.getFirst();
    }

    /** Returns the next address whose host does not refuse it; the next one where all are refused. */
    MexcWire next(Instant now) {
        int from = turn.getAndUpdate(last -> (last + 1) % all.size());
        for (int i = 0; i < all.size(); i++) {
            MexcWire wire = all.get((from + i) % all.size());
            if (!wire.stoppedUntil(Lane.QUERY).isAfter(now)) {
                return wire;
            }
        }
        return all.get(from);
    }

    /** Returns until when no address is answered. */
    Instant stoppedUntil() {
        return all.stream()
                .map(wire -> wire.stoppedUntil(Lane.QUERY))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    /** Returns the interval between polls over all addresses together, as near to the wanted one as there is room. */
    Duration interval(Duration wanted, Instant now) {
        List<MexcWire> open = all.stream()
                .filter(wire -> !wire.stoppedUntil(Lane.QUERY).isAfter(now))
                .toList();
        return open.stream()
                .map(wire -> longer(
                        wanted, wire == first() ? wire.pollInterval().multipliedBy(sharing) : wire.pollInterval()))
                .max(Comparator.naturalOrder())
                .orElse(wanted)
                .dividedBy(Math.max(1, open.size()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    void close() {
        all.forEach(MexcWire::close);
    }
}
