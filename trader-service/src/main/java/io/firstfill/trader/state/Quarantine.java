package io.firstfill.trader.state;

import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.value.RecordPlace;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The records of one environment that could not be processed and that no person has acknowledged. While there is one no
 * buy leaves: the record could have been a stop, a halt or a fill. The latch is apart from the trading state, which no
 * acknowledgement changes. An acknowledgement holds for every replay, and also where it is read before its record.
 * Confined to the event loop.
 */
public final class Quarantine {
    private final Set<RecordPlace> open = new TreeSet<>();
    private final Set<RecordPlace> acknowledged = new HashSet<>();
    /** Acknowledged records whose alert may be open still, because their end was not published. */
    private final Set<RecordPlace> recent = new HashSet<>();

    /** Returns whether the record is news and not acknowledged yet. */
    public boolean unprocessable(RecordPlace place) {
        if (acknowledged.contains(place)) {
            recent.add(place);
            return false;
        }
        return open.add(place);
    }

    /** A person has acknowledged the record just now, or within the replay of commands. */
    void acknowledgedBy(AcknowledgeRecord command) {
        recent.add(command.place());
        acknowledged(command.place());
    }

    void acknowledged(RecordPlace place) {
        acknowledged.add(place);
        open.remove(place);
    }

    /** The first record that waits for an acknowledgement; empty when none does. */
    public Optional<RecordPlace> first() {
        return open.stream().findFirst();
    }

    /** Acknowledged records whose alert an earlier process may have left open. */
    public Set<RecordPlace> answered() {
        return Set.copyOf(recent);
    }

    /** All records that wait for an acknowledgement. */
    public Set<RecordPlace> all() {
        return Set.copyOf(open);
    }
}
