package io.firstfill.local;

import io.firstfill.local.part.ChildProcess;
import io.firstfill.local.part.PostgresPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How each part is started: the one place that knows command lines and environment variables. */
final class Parts {
    static final String SECOND_TRADER = "second-trader";

    private final Options options;
    private final StateDirectory state;
    private final Access access;
    private final JavaCommand java;
    private final KeycloakHome keycloakHome;
    private final PostgresPart postgres;

    Parts(Options options, StateDirectory state, Access access) {
        this.options = options;
        this.state = state;
        this.access = access;
        this.java = new JavaCommand(options);
        this.keycloakHome = KeycloakHome.under(options.project());
        this.postgres = new PostgresPart(state.data("postgres"), options.ports().postgres(), state.log("postgres"));
    }

    PostgresPart postgres() {
        return postgres;
    }

    KeycloakHome keycloakHome() {
        return keycloakHome;
    }

    ChildProcess kafka() {
        Ports ports = options.ports();
        List<String> command = java.main(
                "kafka",
                List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
                classPath(),
                BrokerMain.class.getName(),
                List.of(
                        state.data("kafka").toString(),
                        Integer.toString(ports.kafka()),
                        Integer.toString(ports.kafkaController())));
        return child("kafka", command, Map.of());
    }

    ChildProcess keycloak() {
        return child(
                "keycloak",
                java.main(
                        "keycloak",
                        keycloakHome.jvm(),
                        keycloakHome.classPath(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        keycloakHome.arguments(options.ports(), state.data("keycloak"))),
                Map.of());
    }

    /** Runs once, before the first start of the distribution. */
    ChildProcess keycloakBuild() {
        return child(
                "keycloak-build",
                keycloakHome.buildCommand(JavaCommand.mark(options.state())),
                keycloakHome.buildEnvironment());
    }

    ChildProcess simulator() {
        Ports ports = options.ports();
        return child(
                "simulator",
                java.jar(
                        "simulator",
                        List.of("-Xmx192m"),
                        simulatorJar(),
                        List.of(
                                "--mexc-port",
                                Integer.toString(ports.simulator()),
                                "--control-port",
                                Integer.toString(ports.simulatorControl()))),
                Map.of());
    }

    ChildProcess service(ServiceName name) {
        Path jar = name.jar(options.project());
        if (!Files.exists(jar)) {
            throw new StartFailed(name.label() + " is not built (no " + jar + "): run deploy/up, which builds it.");
        }
        return child(name.label(), java.jar(name.label(), name.jvm(), jar, List.of()), environment(name));
    }

    /** Another instance of the same service, as a second node would run it: its own name in the group, its own port. */
    ChildProcess secondTrader() {
        ServiceName name = ServiceName.TRADER;
        Map<String, String> environment = new HashMap<>(environment(name));
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(options.ports().secondTrader()));
        environment.put("FIRSTFILL_INSTANCE", SECOND_TRADER);
        List<String> command = java.jar(name.label(), name.jvm(), name.jar(options.project()), List.of());
        return child(SECOND_TRADER, command, environment);
    }

    private Map<String, String> environment(ServiceName name) {
        Map<String, String> environment = new HashMap<>(everywhere(name));
        switch (name) {
            case TRADER -> environment.putAll(secrets());
            case LEDGER -> environment.putAll(database());
            case RISK ->
                environment.put("FIRSTFILL_RISK_STATE_DIR", state.data("risk").toString());
            case SCANNER -> environment.putAll(polling());
            case CONTROL ->
                environment.put(
                        "FIRSTFILL_CONTROL_LEDGER_URI", local(options.ports().service(ServiceName.LEDGER)));
        }
        return environment;
    }

    private Map<String, String> everywhere(ServiceName name) {
        Ports ports = options.ports();
        String exchange = local(ports.simulator());
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.service(name)));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", local(ports.keycloak()) + "/auth/realms/firstfill");
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", origin(ports) + "/auth/realms/firstfill");
        // The identity provider may come up after the service.
        environment.put("QUARKUS_OIDC_CONNECTION_DELAY", "3M");
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        // The simulator takes 300 and announces half a minute ahead, not days: whoever waits for the list of pairs
        // waits long.
        environment.put("FIRSTFILL_EGRESS_WEIGHT", "290");
        environment.put("FIRSTFILL_EGRESS_EXCHANGE_INFO_PAUSE", "2S");
        environment.put("FIRSTFILL_ENVIRONMENTS_PAPER_MODE", "PAPER");
        environment.put("FIRSTFILL_ENVIRONMENTS_PAPER_REST_URI", exchange);
        environment.put("FIRSTFILL_ENVIRONMENTS_PAPER_WEB_URI", exchange);
        environment.put("FIRSTFILL_ENVIRONMENTS_PAPER_WS_URI", exchange.replaceFirst("^http", "ws") + "/ws");
        environment.put("FIRSTFILL_ENVIRONMENTS_PAPER_VAULT_PATH", Access.CREDENTIALS);
        return environment;
    }

    private Map<String, String> secrets() {
        return Map.of(
                "QUARKUS_VAULT_URL", local(options.ports().secrets()),
                "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_ROLE_ID", access.trader().roleId(),
                "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID",
                        access.trader().secretId());
    }

    /** The simulator announces half a minute ahead, not days: its lists are asked more often than the exchange's. */
    private static Map<String, String> polling() {
        return Map.of(
                "FIRSTFILL_SCANNER_CALENDAR_INTERVAL", "2S",
                "FIRSTFILL_SCANNER_CALENDAR_NEAR_INTERVAL", "2S",
                "FIRSTFILL_SCANNER_EXCHANGE_INFO_INTERVAL", "5S",
                "FIRSTFILL_SCANNER_EXCHANGE_INFO_NEAR_INTERVAL", "5S",
                "FIRSTFILL_SCANNER_QUALIFICATION_CUTOFF", "3S");
    }

    private Map<String, String> database() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.database().jdbcUrl(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", postgres.database().reactiveUrl(),
                "QUARKUS_DATASOURCE_USERNAME", postgres.database().user(),
                "QUARKUS_DATASOURCE_PASSWORD", postgres.database().password());
    }

    private ChildProcess child(String name, List<String> command, Map<String, String> environment) {
        return new ChildProcess(name, command, environment, state.log(name), state.processes());
    }

    /** The built launcher's own, whatever runs this: a test's class path may exist only inside its JVM. */
    private String classPath() {
        Path target = options.project().resolve(Path.of("deploy", "local", "target"));
        Path jar = target.resolve("firstfill-local.jar");
        if (!Files.exists(jar)) {
            throw new StartFailed("The launcher is not built (no " + jar + "): run deploy/up, which builds it.");
        }
        return jar + ":" + target.resolve("lib") + "/*";
    }

    private Path simulatorJar() {
        Path target = options.project().resolve(Path.of("deploy", "simulator", "target"));
        try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> !file.toString().endsWith("-sources.jar"))
                    .max((a, b) -> Long.compare(a.toFile().length(), b.toFile().length()))
                    .orElseThrow(() -> new StartFailed(
                            "The simulator is not built (no jar in " + target + "): run deploy/up, which builds it."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String local(int port) {
        return URI.create("http://127.0.0.1:" + port).toString();
    }

    static String origin(Ports ports) {
        return "http://localhost:" + ports.gateway();
    }
}
