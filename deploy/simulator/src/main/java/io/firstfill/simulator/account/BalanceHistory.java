package io.firstfill.simulator.account;

import io.firstfill.simulator.account.Balances.Holding;
import io.firstfill.simulator.behaviour.Behaviour;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** The balances of one account in the past minute, for queries that lie behind the actual state. */
final class BalanceHistory {

    private static final long KEPT_MICROS = Behaviour.MOST_BALANCE_LAG_MILLIS * 1000;

    /** @param micros machine clock */
    private record Change(long micros, String asset, Holding before) {}

    private final Deque<Change> changes = new ArrayDeque<>();

    void changed(String asset, Holding before, long micros) {
        changes.addLast(new Change(micros, asset, before));
        while (changes.getFirst().micros() < micros - KEPT_MICROS) {
            changes.removeFirst();
        }
    }

    /**
     * The balances as they were at an instant.
     *
     * @param present the balances as they are
     * @param micros machine clock; at most a minute ago
     */
    Map<String, Holding> at(Map<String, Holding> present, long micros) {
        Map<String, Holding> then = new TreeMap<>(present);
        changes.descendingIterator().forEachRemaining(change -> {
            if (change.micros() > micros) {
                then.put(change.asset(), change.before());
            }
        });
        return then;
    }
}
