package io.firstfill.control.configuration;

import io.firstfill.contract.value.Amount;

/** The largest values of a configuration, which keep its records and every sum computed from them readable. */
final class ConfigurationLimits {
    /** Patterns in each list: 1,000 of 40 characters stay far below the largest record. */
    static final int PATTERNS = 500;
    /** Buys in any 60 minutes. */
    static final int TRADES_PER_HOUR = 10_000;
    /** Each may hold a permit, and all permits are published. */
    static final int CONCURRENT_LISTINGS = 1_000;
    /** Every amount and price: five digits below the 20 that are read, for the sums of 10,000 buys. */
    static final Amount AMOUNT = Amount.of("999999999999999");

    private ConfigurationLimits() {}
}
