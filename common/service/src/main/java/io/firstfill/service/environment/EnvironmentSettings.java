package io.firstfill.service.environment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The named targets of this deployment. Set by whoever deploys, chosen by operators. */
@ConfigMapping(prefix = "firstfill.environments")
public interface EnvironmentSettings {
    /** Environments by name, such as {@code paper}. */
    @WithParentName
    Map<String, Target> environments();

    /** One target with one exchange account. */
    interface Target {
        /** LIVE orders move money and need ceilings. */
        @WithDefault("PAPER")
        EnvironmentMode mode();

        /** Where the spot API answers. */
        URI restUri();

        /** Where the exchange pushes; without it everything is asked for. */
        Optional<URI> wsUri();

        /** Where the listing calendar and the web list of pairs answer. */
        URI webUri();

        /** Path of the exchange credentials in the KV v2 engine. Only the trader may read it. */
        Optional<String> vaultPath();

        /** Hard limits no configuration may pass. */
        Optional<Ceilings> ceilings();
    }

    /** Hard limits no configuration may pass. */
    interface Ceilings {
        /** Quote amount of one buy. */
        BigDecimal quoteAmount();

        /** Quote amount of one run. */
        BigDecimal spend();

        /** Buys in any 60 minutes. */
        int tradesPerHour();
    }
}
