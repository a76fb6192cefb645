package io.firstfill.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every topic's name and settings, in one place. The table of {@code common/doc/EVENTS.md} says who writes and reads. */
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
    public static final String DEAD_LETTERS = "dead-letters.v1";
    /** Made-up records that keep the way through Kafka warm. */
    public static final String REHEARSALS = "rehearsals.v1";

    private static final int PARTITIONS = 3;

    private Topics() {}

    public static List<Topic> all() {
        return List.of(
                kept(COMMANDS, Duration.ofDays(7)),
                new Topic(RUNS, PARTITIONS, Map.of("cleanup.policy", "delete", "retention.ms", "-1")),
                kept(LISTINGS, Duration.ofDays(7)),
                kept(PERMITS, Duration.ofDays(1)),
                compacted(TRADING_STATE),
                compacted(CREDENTIALS),
                kept(ORDERS, Duration.ofDays(30)),
                kept(ALERTS, Duration.ofDays(7)),
                kept(RECORDED, Duration.ofDays(1)),
                compacted(SCANNER_BASELINE),
                kept(DEAD_LETTERS, Duration.ofDays(30)),
                kept(REHEARSALS, Duration.ofHours(1)));
    }

    private static Topic kept(String name, Duration retention) {
        return new Topic(
                name,
                PARTITIONS,
                Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(retention.toMillis())));
    }

    private static Topic compacted(String name) {
        return new Topic(name, PARTITIONS, Map.of("cleanup.policy", "compact"));
    }
}
