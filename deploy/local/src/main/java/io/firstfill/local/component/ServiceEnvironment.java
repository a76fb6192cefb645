package io.firstfill.local.component;

import io.firstfill.local.config.Ports;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.secrets.LocalSecrets;
import io.firstfill.local.state.StateDirectory;
import io.firstfill.testkit.EmbeddedPostgres;
import java.util.HashMap;
import java.util.Map;

/** The environment variables that configure each of the five services for the local stack. */
record ServiceEnvironment(Ports ports, StateDirectory state, LocalSecrets secrets, EmbeddedPostgres database) {
    Map<String, String> of(ServiceName service) {
        Map<String, String> environment = new HashMap<>(common(service));
        switch (service) {
            case TRADER -> environment.putAll(vault());
            case LEDGER -> environment.putAll(datasource());
            case RISK ->
                environment.put("FIRSTFILL_RISK_STATE_DIR", state.data("risk").toString());
            case SCANNER -> environment.putAll(polling());
            case CONTROL ->
                environment.put("FIRSTFILL_CONTROL_LEDGER_URI", Ports.localUrl(ports.service(ServiceName.LEDGER)));
        }
        return environment;
    }

    /** The variables of a second trader: a port and a member name of its own. */
    Map<String, String> ofSecondTrader() {
        Map<String, String> environment = new HashMap<>(of(ServiceName.TRADER));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.secondTrader()));
        environment.put("FIRSTFILL_INSTANCE", ServiceName.SECOND_TRADER);
        return environment;
    }

    private Map<String, String> common(ServiceName service) {
        String exchange = Ports.localUrl(ports.simulator());
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.service(service)));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", Ports.localUrl(ports.keycloak()) + "/auth/realms/firstfill");
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", ports.origin() + "/auth/realms/firstfill");
        // The identity provider may become ready after the service.
        environment.put("QUARKUS_OIDC_CONNECTION_DELAY", "3M");
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        // All services of this stack are of one build, so every reader knows the latest level.
        environment.put("FIRSTFILL_CONTRACT_LEVEL", "2");
        // The simulator allows a weight of 300 and announces a listing half a minute ahead, not days: a pause of the
        // default length before the next exchangeInfo would use up that time.
        environment.put("FIRSTFILL_EGRESS_WEIGHT", "290");
        environment.put("FIRSTFILL_EGRESS_EXCHANGE_INFO_PAUSE", "2S");
        environment.put("FIRSTFILL_ENVIRONMENTS_PAPER_MODE", "PAPER");
        environment.put("FIRSTFILL_ENVIRONMENTS_PAPER_REST_URI", exchange);
        environment.put("FIRSTFILL_ENVIRONMENTS_PAPER_WEB_URI", exchange);
        environment.put("FIRSTFILL_ENVIRONMENTS_PAPER_WS_URI", exchange.replaceFirst("^http", "ws") + "/ws");
        environment.put("FIRSTFILL_ENVIRONMENTS_PAPER_VAULT_PATH", LocalSecrets.CREDENTIALS);
        return environment;
    }

    private Map<String, String> vault() {
        return Map.of(
                "QUARKUS_VAULT_URL", Ports.localUrl(ports.secrets()),
                "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_ROLE_ID",
                        secrets.trader().roleId(),
                "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID",
                        secrets.trader().secretId());
    }

    /**
     * The simulator announces half a minute ahead, not days: the scanner polls its lists more often than the
     * exchange's.
     */
    private static Map<String, String> polling() {
        return Map.of(
                "FIRSTFILL_SCANNER_CALENDAR_INTERVAL", "2S",
                "FIRSTFILL_SCANNER_CALENDAR_NEAR_INTERVAL", "2S",
                "FIRSTFILL_SCANNER_EXCHANGE_INFO_INTERVAL", "5S",
                "FIRSTFILL_SCANNER_EXCHANGE_INFO_NEAR_INTERVAL", "5S",
                "FIRSTFILL_SCANNER_QUALIFICATION_CUTOFF", "3S");
    }

    private Map<String, String> datasource() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password());
    }
}
