package io.firstfill.simulator.marketmaker;

import io.firstfill.simulator.clock.ClockReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The market makers in the order of their next requotes. */
final class QuoteSchedule {

    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparingLong(Due::micros));

    /** @param micros when the market maker requotes, machine clock */
    private record Due(long micros, MarketMaker maker) {}

    void add(MarketMaker maker) {
        queue.add(new Due(maker.nextQuoteMicros(), maker));
    }

    /** Removes and returns the market makers whose requote is due. */
    List<MarketMaker> takeDue(ClockReading now) {
        List<MarketMaker> due = new ArrayList<>();
        for (Due next = queue.peek(); next != null && next.micros() <= now.machineMicros(); next = queue.peek()) {
            due.add(queue.remove().maker());
        }
        return due;
    }
}
