package io.firstfill.service.egress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * What may leave the address through which scanner and trader reach the exchange, and how they divide it; both are given
 * the same. The exchange publishes no counter, and its statements contradict each other: the defaults are the strictest
 * ones, less a margin. Decision 7 has the reasons.
 */
@ConfigMapping(prefix = "firstfill.egress")
public interface EgressSettings {
    /** Placements and cancellations a second, all the trader's; 12 are documented. */
    @WithDefault("10")
    int orders();

    /** Look-ups, test orders and other signed calls a second: the part of the orders' room they may use while it is free. */
    @WithDefault("3")
    int signed();

    /** Everything to the trading host a second, orders included; 20 are said to be allowed. */
    @WithDefault("15")
    int requests();

    /** IP weight of everything to the trading host in ten seconds, orders included; 300 are said to be allowed. */
    @WithDefault("200")
    int weight();

    /** Calls to the website a second, all the scanner's. */
    @WithDefault("2")
    int web();

    /** The shortest time between two whole lists of pairs, the heaviest question there is. */
    @WithDefault("PT10S")
    Duration exchangeInfoPause();

    /** How long a host is left alone that turned us away without saying for how long: a firewall's 403. */
    @WithDefault("PT2M")
    Duration throttlePause();

    /** Who polls how much. */
    Shares shares();

    /** Percent of what full use of the order rate leaves; together at most 100. */
    interface Shares {
        /** The scanner's feeds. */
        @WithDefault("60")
        int scanner();

        /** The trader's readings of clock and book. */
        @WithDefault("40")
        int trader();
    }
}
