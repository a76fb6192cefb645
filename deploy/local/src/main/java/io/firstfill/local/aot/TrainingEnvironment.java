package io.firstfill.local.aot;

import io.firstfill.local.config.ServiceName;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment variables of a training run: everything that the service would connect to is a closed port. Its one
 * environment has the name of the local stack's, so that it replaces what a service has by default.
 */
public final class TrainingEnvironment {
    /** Nothing listens on the first port of a machine. */
    private static final String NOWHERE = "127.0.0.1:1";

    private TrainingEnvironment() {}

    /** @param state a directory that the service may write to */
    public static Map<String, String> of(ServiceName service, Path state) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                NOWHERE,
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                "0",
                "FIRSTFILL_INSTANCE",
                service.label() + "-training",
                "FIRSTFILL_ENVIRONMENTS_PAPER_MODE",
                "PAPER",
                "FIRSTFILL_ENVIRONMENTS_PAPER_REST_URI",
                "http://" + NOWHERE,
                "FIRSTFILL_ENVIRONMENTS_PAPER_WEB_URI",
                "http://" + NOWHERE,
                "FIRSTFILL_ENVIRONMENTS_PAPER_VAULT_PATH",
                "firstfill/paper",
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                "http://" + NOWHERE + "/realm",
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                "false"));
        environment.put("FIRSTFILL_ENVIRONMENTS_PAPER_WS_URI", "ws://" + NOWHERE + "/ws");
        environment.putAll(
                switch (service) {
                    case TRADER ->
                        Map.of(
                                "QUARKUS_VAULT_URL", "http://" + NOWHERE,
                                "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_ROLE_ID", "training",
                                "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID", "training");
                    case LEDGER ->
                        Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + NOWHERE + "/firstfill",
                                "QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + NOWHERE + "/firstfill",
                                "QUARKUS_DATASOURCE_USERNAME", "training",
                                "QUARKUS_DATASOURCE_PASSWORD", "training",
                                "QUARKUS_FLYWAY_USERNAME", "training",
                                "QUARKUS_FLYWAY_PASSWORD", "training");
                    case RISK ->
                        Map.of("FIRSTFILL_RISK_STATE_DIR", state.resolve("risk").toString());
                    case CONTROL -> Map.of("FIRSTFILL_CONTROL_LEDGER_URI", "http://" + NOWHERE);
                    case SCANNER -> Map.of();
                });
        return environment;
    }
}
