package io.firstfill.trader.vault;

import io.firstfill.service.guard.GuardSettings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of Vault, which keeps the credentials. */
@ConfigMapping(prefix = "firstfill.trader.vault")
interface VaultSettings {
    /** The mount of the KV v2 engine. */
    @WithDefault("secret")
    String mount();

    /**
     * The time limit of a reading with the login or renewal that may precede it. Control waits 5 s for a validation, of
     * which the exchange needs its part.
     */
    @WithDefault("PT4S")
    Duration timeout();

    /** The bulkhead and the circuit breaker of all readings. */
    GuardSettings guard();
}
