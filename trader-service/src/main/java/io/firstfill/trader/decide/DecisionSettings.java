package io.firstfill.trader.decide;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** On what terms listings are bought, and how long something that is missing is waited for. */
@ConfigMapping(prefix = "firstfill.trader.decision")
public interface DecisionSettings {
    /** The time before the opening at which a scheduled buy is armed. */
    @WithDefault("PT20S")
    Duration armLead();

    /** The time that a surprise that lacks only something passing, such as a permit, is kept before it is denied. */
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
     * A pair missing from the key's own list of pairs is denied. It is not known whether that list has coming pairs.
     */
    @WithDefault("false")
    boolean denyPairsMissingFromKey();

    /** The part of the best offer that a capped buy without a configured cap may pay above that offer. */
    @WithDefault("0.05")
    BigDecimal slippage();

    /**
     * The part of the highest price an answer states by which the next attempt stays under that price: a band that
     * follows the last trade was seen to move down by 0.25 % within 9 ms.
     */
    @WithDefault("0.005")
    BigDecimal repriceMargin();

    /** The greatest age of the best offer that a cap is made of. */
    @WithDefault("PT5S")
    Duration offerMaxAge();

    /**
     * Whether MARKET_THEN_IOC begins with its capped order once the exchange has refused or cancelled a market order of
     * a pair's first minute, for a day or until it has filled one: that saves the time of the market order, and waits
     * for a price where none is known before the opening.
     */
    @WithDefault("false")
    boolean beginCappedWhereMarketIsRefused();

    /**
     * How long before the end of a market order became known the book may have been read for the price of the capped
     * order that follows it: the price is the market's as it is then.
     */
    @WithDefault("PT0.1S")
    Duration fallbackOfferAge();

    /**
     * How long a capped order that follows a market order waits for such a reading before an older one counts; two
     * round trips are added while a reading is under way. One of before the opening never counts.
     */
    @WithDefault("PT0.015S")
    Duration fallbackOfferWait();

    /** Between two readings of a book that had no offer. */
    @WithDefault("PT0.25S")
    Duration bookInterval();
}
