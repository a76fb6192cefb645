package io.firstfill.control;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

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

    /** Where the ledger's readiness check is. Queried for GET readiness only, never for a command. */
    @WithDefault("http://127.0.0.1:8095")
    URI ledgerUri();

    /** Time limit of the query to the ledger's readiness check. */
    @WithDefault("PT0.5S")
    Duration ledgerTimeout();

    /** Number of callers that may wait at the same time; one more gets 503. */
    @WithDefault("500")
    int waitingLimit();
}
