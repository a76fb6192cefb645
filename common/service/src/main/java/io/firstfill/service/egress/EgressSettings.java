package io.firstfill.service.egress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How much scanner and trader may send through the address they share towards the exchange, and how the two divide it.
 * Both services are given the same values. The exchange publishes no counter, and its statements contradict each other:
 * the defaults are the strictest statements, less a margin. Decision 7 has the reasons.
 */
@ConfigMapping(prefix = "firstfill.egress")
public interface EgressSettings {
    /**
     * Order placements and cancellations a second of each account, all by the trader; the exchange documents 12. The
     * second is counted as 1.02 s, because what leaves evenly may arrive closer together.
     */
    @WithDefault("12")
    int orders();

    /**
     * Order queries, test orders, other signed calls and readings of the book a second: the part of {@link #orders}
     * they may use while orders leave it free. Around an opening look-ups wait until its probes are sent.
     */
    @WithDefault("6")
    int signed();

    /** Requests a second to the trading host, orders included; the exchange is said to allow 20. */
    @WithDefault("18")
    int requests();

    /**
     * IP weight in ten seconds of all requests to the trading host, orders included; the exchange is said to allow
     * 300.
     */
    @WithDefault("285")
    int weight();

    /**
     * The part of {@link #requests} that the trader keeps while no opening is near: the order for a surprise, its
     * fallback, its look-ups and the clock. Polling has the rest.
     */
    @WithDefault("8")
    int surprise();

    /** Calls a second to the website, all by the scanner. */
    @WithDefault("2")
    int web();

    /** The shortest time between two requests for the whole list of pairs, the heaviest request there is. */
    @WithDefault("PT10S")
    Duration exchangeInfoPause();

    /** How long nothing is sent to a host that refused without saying for how long: a firewall's 403. */
    @WithDefault("PT2M")
    Duration throttlePause();

    /** The longest pause that the exchange may state; a longer one is cut to it. Its longest documented ban. */
    @WithDefault("P3D")
    Duration longestThrottle();

    /** How the polling is divided in the seconds of a known opening, and the weight of polling at all times. */
    Shares shares();

    /** Percentages of what full use of the order rate leaves; their sum is at most 100. */
    interface Shares {
        /** For the scanner's feeds. */
        @WithDefault("70")
        int scanner();

        /** For the trader's requests for the exchange's clock and order book. */
        @WithDefault("30")
        int trader();
    }
}
