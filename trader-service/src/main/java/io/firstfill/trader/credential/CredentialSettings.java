package io.firstfill.trader.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the credential: the interval of its checks, and the age that is worth a warning. */
@ConfigMapping(prefix = "firstfill.trader.credential")
public interface CredentialSettings {
    /** Between two checks of Vault for a missing or rotated credential. */
    @WithDefault("PT60S")
    Duration interval();

    /** Age of the stored key from which operators are warned that a key without IP binding ends. */
    @WithDefault("P75D")
    Duration keyAgeWarning();

    /** The time that the exchange lets a key without IP binding live, as documented. */
    @WithDefault("P90D")
    Duration unboundKeyLife();
}
