package io.firstfill.control;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How long a caller waits for the service that does what was asked. */
@ConfigMapping(prefix = "firstfill.control")
public interface ControlSettings {
    /** Start: also the command's own deadline, after which the ledger must not start the run. */
    @WithDefault("PT1.5S")
    Duration startDeadline();

    /** Stop: how long the trader may take to have nothing in flight before the caller gets 202. */
    @WithDefault("PT2S")
    Duration stopDeadline();

    /** Saving a configuration and setting the trading state. */
    @WithDefault("PT2S")
    Duration answerDeadline();

    /** Validating a credential: Vault and the exchange are asked meanwhile. */
    @WithDefault("PT5S")
    Duration validateDeadline();

    /** Where the ledger says whether it is ready. Asked for GET readiness only, never on the way of a command. */
    @WithDefault("http://127.0.0.1:8095")
    URI ledgerUri();

    /** How long that question may take. */
    @WithDefault("PT0.5S")
    Duration ledgerTimeout();

    /** Callers that may wait at the same time; one more gets 503. */
    @WithDefault("500")
    int waitingLimit();
}
