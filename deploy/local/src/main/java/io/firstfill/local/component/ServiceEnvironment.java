package io.firstfill.local.component;

import io.firstfill.local.config.Ports;
import io.firstfill.local.config.ServiceInstance;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.secrets.LocalSecrets;
import io.firstfill.local.state.StateDirectory;
import io.firstfill.testkit.EmbeddedPostgres;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables that configure each of the five services for the local stack.
 *
 * @param rehearsal the exchange under another name; null where its name is its own
 */
record ServiceEnvironment(
        StackOptions options,
        StateDirectory state,
        LocalSecrets secrets,
        EmbeddedPostgres database,
        @Nullable SimulatorTls rehearsal) {
    /**
     * The weight that the simulator allows each address, which is each environment, in ten seconds. The exchange allows
     * 300: the rest is what exchangeInfo costs when it is polled every 5 s instead of every minute.
     */
    private static final int WEIGHT_LIMIT = 370;

    /** What the services use of it. */
    private static final int WEIGHT = 360;

    /** The exchange's own limits: 20 requests in a second and a weight of 300 in ten, of each address. */
    private static final String DOCUMENTED = "{\"ipWeightPer10Seconds\":300,\"requestsPerSecond\":20}";

    /** Returns the behaviour of the simulator that the services are configured for. */
    static String behaviour(boolean realLimits) {
        return realLimits ? DOCUMENTED : "{\"ipWeightPer10Seconds\":%d}".formatted(WEIGHT_LIMIT);
    }

    Map<String, String> of(ServiceInstance instance) {
        Map<String, String> environment = new HashMap<>(common(instance));
        switch (instance.service()) {
            case TRADER -> {
                environment.putAll(vault());
                environment.putAll(certificates());
            }
            case LEDGER -> {
                environment.putAll(datasource());
                environment.putAll(notifications());
            }
            case RISK ->
                environment.put(
                        "FIRSTFILL_RISK_STATE_DIR",
                        state.data(instance.number() == 0 ? "risk" : "risk-" + instance.number())
                                .toString());
            case SCANNER -> {
                environment.putAll(polling());
                environment.putAll(certificates());
            }
            case CONTROL ->
                environment.put("FIRSTFILL_CONTROL_LEDGER_URI", Ports.localUrl(ports().service(ServiceName.LEDGER)));
        }
        return environment;
    }

    private Map<String, String> common(ServiceInstance instance) {
        Ports ports = ports();
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.service(instance)));
        environment.put("FIRSTFILL_INSTANCE", instance.member());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", Ports.localUrl(ports.keycloak()) + "/auth/realms/firstfill");
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", ports.origin() + "/auth/realms/firstfill");
        // The identity provider may become ready after the service.
        environment.put("QUARKUS_OIDC_CONNECTION_DELAY", "3M");
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        // All services of this stack are of one build, so every reader knows the latest level.
        environment.put("FIRSTFILL_CONTRACT_LEVEL", "4");
        // The simulator announces a listing half a minute ahead, not days: a pause of the default length before the
        // next exchangeInfo would use up that time.
        if (!options.realLimits()) {
            environment.put("FIRSTFILL_EGRESS_WEIGHT", Integer.toString(WEIGHT));
            environment.put("FIRSTFILL_EGRESS_EXCHANGE_INFO_PAUSE", "2S");
        }
        environment.putAll(environments());
        return environment;
    }

    private Ports ports() {
        return options.ports();
    }

    private Map<String, String> environments() {
        if (options.deployment().file() != null) {
            return Map.of("FIRSTFILL_ENVIRONMENTS_FILE", state.environments().toString());
        }
        Map<String, String> targets = new HashMap<>();
        options.environments().forEach(name -> targets.putAll(target(name)));
        return targets;
    }

    private Map<String, String> certificates() {
        return rehearsal == null ? Map.of() : rehearsal.serviceVariables();
    }

    private Map<String, String> target(String name) {
        String exchange = Ports.localUrl(ports().simulator());
        String prefix = "FIRSTFILL_ENVIRONMENTS_" + name.toUpperCase(Locale.ROOT) + "_";
        Map<String, String> target = new HashMap<>(Map.of(
                prefix + "MODE",
                "PAPER",
                prefix + "REST_URI",
                exchange,
                prefix + "WEB_URI",
                exchange,
                prefix + "WS_URI",
                exchange.replaceFirst("^http", "ws") + "/ws",
                prefix + "VAULT_PATH",
                LocalSecrets.path(name)));
        options.egressAddresses().of(name).ifPresent(address -> target.put(prefix + "EGRESS_ADDRESS", address));
        return target;
    }

    private Map<String, String> vault() {
        URI elsewhere = options.deployment().vault();
        if (elsewhere != null) {
            return new VaultVariables(elsewhere, System.getenv()).ofTrader();
        }
        return Map.of(
                // The vault is on this machine: a rotation is noticed in seconds.
                "FIRSTFILL_TRADER_CREDENTIAL_INTERVAL", "5S",
                "QUARKUS_VAULT_URL", Ports.localUrl(ports().secrets()),
                "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_ROLE_ID",
                        secrets.trader().roleId(),
                "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID",
                        secrets.trader().secretId());
    }

    /**
     * The simulator announces half a minute ahead, not days: the scanner polls its lists more often than the
     * exchange's. Environments of a file are polled as the exchange is.
     */
    private Map<String, String> polling() {
        if (options.deployment().file() != null) {
            return Map.of();
        }
        String exchangeInfo = options.realLimits() ? "10S" : "5S";
        return Map.of(
                "FIRSTFILL_SCANNER_CALENDAR_INTERVAL", "2S",
                "FIRSTFILL_SCANNER_CALENDAR_NEAR_INTERVAL", "2S",
                "FIRSTFILL_SCANNER_EXCHANGE_INFO_INTERVAL", exchangeInfo,
                "FIRSTFILL_SCANNER_EXCHANGE_INFO_NEAR_INTERVAL", exchangeInfo,
                "FIRSTFILL_SCANNER_QUALIFICATION_CUTOFF", "3S");
    }

    /** The ledger reads the secrets of notifications. A receiver beside the stack may be reached. */
    private Map<String, String> notifications() {
        URI elsewhere = options.deployment().vault();
        Map<String, String> vault = elsewhere == null
                ? Map.of(
                        "QUARKUS_VAULT_URL", Ports.localUrl(ports().secrets()),
                        "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_ROLE_ID",
                                secrets.ledger().roleId(),
                        "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID",
                                secrets.ledger().secretId())
                : new VaultVariables(elsewhere, System.getenv()).ofLedger();
        Map<String, String> variables = new HashMap<>(vault);
        variables.put("FIRSTFILL_NOTIFICATIONS_LOOPBACK_ALLOWED", "true");
        return variables;
    }

    private Map<String, String> datasource() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "QUARKUS_FLYWAY_USERNAME", database.owner(),
                "QUARKUS_FLYWAY_PASSWORD", database.ownerPassword());
    }
}
