package io.firstfill.trader.engine;

import io.firstfill.contract.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The age up to which each topic is replayed. A signal for a listing announced days ahead, and a stop given while we
 * were down, may be as old as their topics keep them; both topics are bounded by their retention. What was refused is
 * read as far back as the signal it answered: an attempt whose number was forgotten would be made again under the same
 * ids, and recorded by nobody. Permits live minutes; an order that does not end is kept in the order memory, which is
 * read whole: it holds no more than what is open.
 */
final class ReplayWindows {
    /** A signal this long past its deadline has been answered, within the time that orders are replayed. */
    static final Duration SIGNAL_ANSWERED = Duration.ofDays(1);

    /**
     * An alert that a trader left open is stated every day, and is found after a week of being down. The longest ban of
     * an address that the exchange documents is three days.
     */
    private static final Duration ALERTS_STATED = Duration.ofDays(7);

    static final Map<String, Optional<Duration>> ALL = Map.of(
            Topics.COMMANDS, Optional.of(Duration.ofDays(7)),
            Topics.LISTINGS, Optional.of(Topics.KEPT),
            Topics.RUNS, Optional.empty(),
            Topics.TRADING_STATE, Optional.empty(),
            Topics.PERMITS, Optional.of(Duration.ofDays(1)),
            Topics.ORDERS, Optional.of(Topics.KEPT),
            Topics.EXITS, Optional.of(Topics.KEPT),
            Topics.ORDER_MEMORY, Optional.empty(),
            Topics.ALERTS, Optional.of(ALERTS_STATED));

    private ReplayWindows() {}
}
