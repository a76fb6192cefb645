package io.firstfill.control;

import io.firstfill.service.guard.GuardSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The settings of control: how long and how many callers wait for the service that carries out a command. */
@ConfigMapping(prefix = "firstfill.control")
public interface ControlSettings {
    /** The wait for a start. Also the command's own deadline, after which the ledger must not start the run. */
    @WithDefault("PT1.5S")
    Duration startDeadline();

    /** The wait for a stop: when orders are still in flight after this time, the caller gets 202. */
    @WithDefault("PT2S")
    Duration stopDeadline();

    /** The wait for saving a configuration and for setting the trading state. */
    @WithDefault("PT2S")
    Duration answerDeadline();

    /** The wait for validating a credential: the trader queries Vault and the exchange in this time. */
    @WithDefault("PT5S")
    Duration validateDeadline();

    /**
     * How long the answer to a start waits for risk, to say which cap is used up already. Risk decides within some 20
     * ms; SC-001 allows a start 200 ms.
     */
    @WithDefault("PT0.1S")
    Duration capDeadline();

    /** Where the ledger's readiness check and its report about the recording are. */
    @WithDefault("http://127.0.0.1:8095")
    URI ledgerUri();

    /** Time limit of a query to the ledger, which itself allows its broker and its database 1 s. */
    @WithDefault("PT1.5S")
    Duration ledgerTimeout();

    /** The bulkhead and the circuit breaker of the queries to the ledger. */
    GuardSettings ledgerGuard();

    /** The time between two queries to the ledger: what the start-up gate says about the ledger is as old as this. */
    @WithDefault("PT1S")
    Duration ledgerInterval();

    /** The start-up gate closes while the ledger has read a record and not recorded it for longer than this. */
    @WithDefault("PT10S")
    Duration ledgerLag();

    /** The start-up gate closes while the ledger has more records to record than this: some seconds of its work. */
    @WithDefault("10000")
    long ledgerLagRecords();

    /**
     * The start-up gate closes while the balance of the account is older than this. The trader reports one that does
     * not change every hour.
     */
    @WithDefault("PT2H")
    Duration balanceMaxAge();

    /** Number of callers that may wait at the same time; one more gets 503. */
    @WithDefault("500")
    int waitingLimit();

    /**
     * A service of which no sign of life was read for this long is silent. Signs come every 2 s; what has vanished is
     * to show within 10 s.
     */
    @WithDefault("PT8S")
    Duration silentAfter();

    /** How long after its own start control waits for the first sign of a service before it raises an alert. */
    @WithDefault("PT30S")
    Duration firstSignAfter();

    /** The quote assets in which the exchange lists pairs; a configuration with another one is warned about. */
    @WithDefault("USDT,USDC,USD1,USDE,TUSD,BTC,ETH,MX,EUR,BRL")
    List<String> quoteAssets();
}
