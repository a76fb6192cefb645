package io.firstfill.service.environment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named environments of this deployment. The deployment sets them, and an operator chooses one for each run. */
@ConfigMapping(prefix = "firstfill.environments")
public interface EnvironmentSettings {
    /** Environments by name, such as {@code paper}. */
    @WithParentName
    Map<String, Target> environments();

    /** One exchange address with one account. */
    interface Target {
        /** LIVE orders move real money and need ceilings. */
        @WithDefault("PAPER")
        EnvironmentMode mode();

        /** The address of the spot API. */
        URI restUri();

        /** The address of the push streams; without it the services poll. */
        Optional<URI> wsUri();

        /** The address of the website, with the listing calendar and the web list of pairs. */
        URI webUri();

        /**
         * The IP address of this machine that connections to the exchange leave from; the operating system's choice
         * without it. The exchange counts requests by the address it sees: environments of one exchange with the same
         * address here, or without one, share a request budget.
         */
        Optional<String> egressAddress();

        /**
         * Further IP addresses of this machine from which the new symbols are polled in turn with the first, each with
         * a request budget of its own. No other environment may use them.
         */
        Optional<List<String>> pollingAddresses();

        /** The path of the exchange credentials in the KV v2 engine. Only the trader may read the credentials. */
        Optional<String> vaultPath();

        /** The hard limits that no configuration may exceed. */
        Optional<Ceilings> ceilings();
    }

    /** The hard limits that neither a configuration nor a guardrail may exceed. */
    interface Ceilings {
        /** The quote amount of one buy. */
        BigDecimal quoteAmount();

        /** The quote amount of one run. */
        BigDecimal spend();

        /** The number of buys in any 60 minutes. */
        int tradesPerHour();

        /** The quote amount of one UTC day; no ceiling when it is left out, as for every one that follows. */
        Optional<BigDecimal> spendPerDay();

        /** The number of listings with a permit reserved or a buy not final. */
        Optional<Integer> concurrentListings();

        /** The number of positions held at the same time. */
        Optional<Integer> openPositions();

        /** The realised loss of one UTC day, fees included, in quote. */
        Optional<BigDecimal> lossPerDay();

        /** The number of buys in a row that failed. */
        Optional<Integer> consecutiveFailures();
    }
}
