package io.firstfill.control.configuration;

import io.firstfill.contract.value.Amount;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The ranges of the fields of a configuration. The largest values keep its records and every sum computed from them
 * readable.
 */
final class ConfigurationLimits {
    /** Patterns in each list: 1,000 of 40 characters stay far below the largest record. */
    static final int PATTERNS = 500;
    /** Buys in any 60 minutes. */
    static final int TRADES_PER_HOUR = 10_000;
    /** Each may hold a permit, and all permits are published. */
    static final int CONCURRENT_LISTINGS = 1_000;
    /** Positions held at the same time. */
    static final int OPEN_POSITIONS = 1_000;
    /** Failed buys in a row. */
    static final int CONSECUTIVE_FAILURES = 1_000;
    /** Every amount and price: five digits below the 20 that are read, for the sums of 10,000 buys. */
    static final Amount AMOUNT = Amount.of("999999999999999");
    /** A premium beyond ten times the reference price is a percentage that was meant as a ratio. */
    static final BigDecimal PREMIUM = BigDecimal.TEN;

    static final DurationRange RECV_WINDOW = DurationRange.of("PT0.001S", "PT1S");
    static final DurationRange SIGNAL_MAX_AGE = DurationRange.of("PT0.1S", "PT60S");
    static final DurationRange LATENCY_BUDGET = DurationRange.of("PT0.001S", "PT60S");
    static final DurationRange PROBE_WINDOW = DurationRange.of("PT0S", "PT60S");
    /** The scanner's own bounds, which follow from the request budget, are narrower. */
    static final DurationRange TICKER_INTERVAL = DurationRange.of("PT0.1S", "PT10S");
    /** The website is behind a bot wall. */
    static final DurationRange CALENDAR_INTERVAL = DurationRange.of("PT1S", "PT10M");

    private ConfigurationLimits() {}

    /** The durations that a field may have. */
    record DurationRange(Duration least, Duration most) {
        static DurationRange of(String least, String most) {
            return new DurationRange(Duration.parse(least), Duration.parse(most));
        }

        boolean contains(Duration value) {
            return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
        }

        @Override
        public String toString() {
            return "from " + least + " to " + most;
        }
    }
}
