package io.firstfill.trader;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** How this trader behaves, in every environment. */
@ConfigMapping(prefix = "firstfill.trader")
public interface TraderSettings {
    /** How long before the opening a scheduled buy is armed. */
    @WithDefault("PT20S")
    Duration armLead();

    /** How long a surprise that lacks only something passing, such as a permit, is kept before it is denied. */
    @WithDefault("PT0.25S")
    Duration patience();

    /** Time kept between two requests of one order while the pair is not open: ten a second stay under the exchange's 12. */
    @WithDefault("PT0.1S")
    Duration probeInterval();

    /** Requests of the first volley around a scheduled opening, shared by listings that open in the same second. */
    @WithDefault("7")
    int probeBurst();

    /** Time kept between requests of the volley: recorded openings came 23 and 39 ms after the announced time. */
    @WithDefault("PT0.007S")
    Duration probeBurstGap();

    /** How long after the opening "symbol not support api" may still mean that it has not opened; later the pair is barred. */
    @WithDefault("PT3S")
    Duration barredAfter();

    /** First back-off before another attempt after a refusal that may pass; doubled for each further one. */
    @WithDefault("PT0.25S")
    Duration retryBackoff();

    /** Attempts on an open market per listing and run (FR-004). */
    @WithDefault("2")
    int maxAttempts();

    /** The part of the quote amount that must be left for another attempt to be made for it. */
    @WithDefault("0.2")
    BigDecimal minRetryFraction();

    /** Whether a pair missing from the key's own list of pairs is denied; whether that list has coming pairs is not known. */
    @WithDefault("false")
    boolean denyPairsMissingFromKey();

    /** What a capped buy without a configured cap may pay above the best offer, as a part of it. */
    @WithDefault("0.05")
    BigDecimal slippage();

    /** How far under the highest price an answer states the next attempt stays, as a part of it. */
    @WithDefault("0.001")
    BigDecimal repriceMargin();

    /** Between two looks at a book that had no offer. */
    @WithDefault("PT0.5S")
    Duration bookInterval();

    /** How long the exchange may hide an order it has taken. */
    @WithDefault("PT2S")
    Duration visibilityDelay();

    /** How long look-ups may fail before a person is called. */
    @WithDefault("PT60S")
    Duration resolveLimit();

    /** Longest wait at start for the orders of the past to be looked up; later ones are settled while working. */
    @WithDefault("PT10S")
    Duration recoveryLimit();

    /** An unspent permit nearer to its expiry than this is given back. */
    @WithDefault("PT2M")
    Duration permitMargin();

    /** Time a permit must outlast the last request it pays for. */
    @WithDefault("PT5S")
    Duration permitReserve();

    /** Between two readings of the exchange's clock. */
    @WithDefault("PT5S")
    Duration clockInterval();

    /** The exchange's clock must be known at least this well before anything is armed on it. */
    @WithDefault("PT0.15S")
    Duration maxClockUncertainty();

    /** In parts per million: the drift taken for possible between two readings, and when a faster one is told. */
    @WithDefault("50")
    int maxClockDrift();

    /** A reading of the exchange's clock older than this is not trusted. */
    @WithDefault("PT30S")
    Duration maxClockAge();

    /** The pair of the test orders that keep an order's way warm; any long-listed one. */
    @WithDefault("BTCUSDT")
    String rehearsalSymbol();

    /** Between two rehearsals; shorter than the connections' idle time of 50 s. */
    @WithDefault("PT20S")
    Duration rehearsalInterval();

    /** Between two looks at the vault for missing or rotated credentials. */
    @WithDefault("PT60S")
    Duration credentialInterval();

    /** Age of the stored key from which operators are told that one without IP binding ends. */
    @WithDefault("P75D")
    Duration keyAgeWarning();

    /** How long the exchange lets a key without IP binding live, as documented. */
    @WithDefault("P90D")
    Duration unboundKeyLife();

    /** The vault's KV v2 mount. */
    @WithDefault("secret")
    String vaultMount();

    /** How the private stream is kept where an environment has one. */
    Stream stream();

    /** Patience with a WebSocket. */
    interface Stream {
        /** For a socket to be open. */
        @WithDefault("PT5S")
        Duration connect();

        /** Between two pings; the exchange closes a socket after 60 s of silence. */
        @WithDefault("PT15S")
        Duration ping();

        /** A socket that said nothing for so long is dead. */
        @WithDefault("PT40S")
        Duration silence();

        /** A socket is replaced after this; the exchange ends it after 24 h. */
        @WithDefault("PT23H")
        Duration life();

        /** Between two requests for a subscription that was refused. */
        @WithDefault("PT1S")
        Duration resubscribe();

        /** Between two extensions of the listen key, which lives 60 minutes. */
        @WithDefault("PT30M")
        Duration keyExtension();

        /** Wait after the first failure to connect, doubled for each further one. */
        @WithDefault("PT0.25S")
        Duration firstBackOff();

        /** Longest wait between two attempts to connect. */
        @WithDefault("PT30S")
        Duration longestBackOff();

        /** An alert is raised when it is not heard for so long while orders are live. */
        @WithDefault("PT3S")
        Duration deafLimit();
    }
}
