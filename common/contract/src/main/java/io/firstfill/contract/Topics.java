package io.firstfill.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Names and settings of all topics. The table of {@code common/doc/EVENTS.md} says who writes and who reads each topic.
 */
public final class Topics {
    public static final String COMMANDS = "commands.v1";
    public static final String RUNS = "runs.v1";
    public static final String LISTINGS = "listings.v1";
    public static final String PERMITS = "permits.v1";
    public static final String TRADING_STATE = "trading-state.v1";
    public static final String CREDENTIALS = "credentials.v1";
    public static final String ORDERS = "orders.v1";
    public static final String ALERTS = "alerts.v1";
    public static final String RECORDED = "recorded.v1";
    public static final String SCANNER_BASELINE = "scanner-baseline.v1";
    /**
     * Keyed by order or position, in the partition of its environment, so that nothing in doubt ends with a retention.
     */
    public static final String ORDER_MEMORY = "order-memory.v1";

    public static final String CAPS = "caps.v1";
    public static final String BALANCES = "balances.v1";
    public static final String PRICES = "prices.v1";
    public static final String HEARTBEATS = "heartbeats.v1";

    public static final String EXITS = "exits.v1";
    public static final String MARKS = "marks.v1";

    public static final String DEAD_LETTERS = "dead-letters.v1";
    /**
     * Carries made-up records at a start, so that the code between producer and consumer is compiled before the first
     * real record.
     */
    public static final String REHEARSALS = "rehearsals.v1";

    /**
     * The longest outage of the ledger, or of any other reader, that loses no record. Each topic that the journal holds
     * is kept for twice that time.
     */
    public static final Duration LONGEST_OUTAGE = Duration.ofDays(7);

    /** How long most topics keep their records. */
    public static final Duration KEPT = LONGEST_OUTAGE.multipliedBy(2);

    private static final int PARTITIONS = 3;

    private Topics() {}

    public static List<Topic> all() {
        return List.of(
                deletedAfter(COMMANDS, KEPT),
                new Topic(RUNS, PARTITIONS, Map.of("cleanup.policy", "delete", "retention.ms", "-1")),
                deletedAfter(LISTINGS, KEPT),
                deletedAfter(PERMITS, KEPT),
                journalledAndCompacted(TRADING_STATE),
                journalledAndCompacted(CREDENTIALS),
                deletedAfter(ORDERS, Duration.ofDays(30)),
                deletedAfter(ALERTS, KEPT),
                deletedAfter(RECORDED, KEPT),
                compacted(SCANNER_BASELINE),
                compacted(ORDER_MEMORY),
                journalledAndCompacted(CAPS),
                journalledAndCompacted(BALANCES),
                deletedAfter(PRICES, KEPT),
                deletedAfter(HEARTBEATS, Duration.ofHours(1)),
                deletedAfter(EXITS, Duration.ofDays(30)),
                compacted(MARKS),
                deletedAfter(DEAD_LETTERS, Duration.ofDays(30)),
                deletedAfter(REHEARSALS, Duration.ofHours(1)));
    }

    private static Topic deletedAfter(String name, Duration retention) {
        return new Topic(
                name,
                PARTITIONS,
                Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis())));
    }

    private static Topic compacted(String name) {
        return new Topic(name, PARTITIONS, Map.of("cleanup.policy", "compact"));
    }

    /** Returns a compacted topic that keeps every record, not only the last of its key, as long as other topics do. */
    private static Topic journalledAndCompacted(String name) {
        return new Topic(
                name,
                PARTITIONS,
                Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", Long.toString(KEPT.toMillis())));
    }
}
