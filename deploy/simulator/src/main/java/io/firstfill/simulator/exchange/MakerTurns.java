package io.firstfill.simulator.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Whose market maker works next. */
final class MakerTurns {

    private final PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparingLong(Turn::micros));

    /** @param micros when, machine clock */
    private record Turn(long micros, Listing listing) {}

    void add(Listing listing) {
        turns.add(new Turn(listing.maker().nextTurnMicros(), listing));
    }

    /** Takes out those whose turn it is. */
    List<Listing> due(Moment now) {
        List<Listing> due = new ArrayList<>();
        for (Turn next = turns.peek(); next != null && next.micros() <= now.machineMicros(); next = turns.peek()) {
            due.add(turns.remove().listing());
        }
        return due;
    }
}
