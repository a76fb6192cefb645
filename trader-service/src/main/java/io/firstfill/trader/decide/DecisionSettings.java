package io.firstfill.trader.decide;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** On what terms listings are bought, and how long something that is missing is waited for. */
@ConfigMapping(prefix = "firstfill.trader.decision")
public interface DecisionSettings {
    /** How long before the opening a scheduled buy is armed. */
    @WithDefault("PT20S")
    Duration armLead();

    /** How long a surprise that lacks only something passing, such as a permit, is kept before it is denied. */
    @WithDefault("PT0.25S")
    Duration patience();

    /** Attempts on an open market per listing and run (FR-004). */
    @WithDefault("2")
    int maxAttempts();

    /** First back-off before another attempt after a refusal that may pass; doubled for each further one. */
    @WithDefault("PT0.25S")
    Duration retryBackoff();

    /** The part of the quote amount that must be left for another attempt to be made for it. */
    @WithDefault("0.2")
    BigDecimal minRetryFraction();

    /**
     * Whether a pair missing from the key's own list of pairs is denied; whether that list has coming pairs is not
     * known.
     */
    @WithDefault("false")
    boolean denyPairsMissingFromKey();

    /** What a capped buy without a configured cap may pay above the best offer, as a part of that offer. */
    @WithDefault("0.05")
    BigDecimal slippage();

    /**
     * How far under the highest price an answer states the next attempt stays, as a part of that price: a band that
     * follows the last trade was seen to move down by 0.25 % within 9 ms.
     */
    @WithDefault("0.005")
    BigDecimal repriceMargin();

    /** How old the best offer may be that a cap is made of. */
    @WithDefault("PT5S")
    Duration offerMaxAge();

    /** Between two readings of a book that had no offer. */
    @WithDefault("PT0.5S")
    Duration bookInterval();
}
