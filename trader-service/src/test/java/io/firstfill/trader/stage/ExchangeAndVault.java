package io.firstfill.trader.stage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.firstfill.simulator.Simulator;
import io.firstfill.simulator.SimulatorOptions;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A simulated exchange with one customer, and a vault that holds the customer's key behind an AppRole login. */
public class ExchangeAndVault implements QuarkusTestResourceLifecycleManager {
    public static final String UNSEAL = "/unseal";
    public static final String SECRET = "trader-test-secret";
    static final String KEY = "mx0-trader-test-key";

    private static final String CALM = """
            {"makerVolatility":"0","makerTrades":false,"fillLagMaxMillis":20,"visibilityDelayMaxMillis":20,
             "openDelayMinMillis":0,"openDelayMaxMillis":0,"ordersPerSecond":12,"ipWeightPer10Seconds":0}""";

    private @Nullable Simulator simulator;
    private @Nullable HttpServer vault;

    /** Init argument {@code streams=on}: the environment has a private stream. */
    private final AtomicBoolean streams = new AtomicBoolean();

    /** Init argument {@code vault=sealed}: it answers 503 until {@link #UNSEAL} is asked for. */
    private final AtomicBoolean sealed = new AtomicBoolean();

    @Override
    public void init(Map<String, String> initArgs) {
        sealed.set("sealed".equals(initArgs.get("vault")));
        streams.set("on".equals(initArgs.get("streams")));
    }

    @Override
    public Map<String, String> start() {
        Simulator exchange = Simulator.start(SimulatorOptions.ephemeral().withBehaviour(CALM));
        simulator = exchange;
        ControlPort control = new ControlPort(exchange.controlPort());
        control.call(
                "POST",
                "/accounts",
                "{\"name\":\"alpha\",\"apiKey\":\"" + KEY + "\",\"secret\":\"" + SECRET
                        + "\",\"balances\":{\"USDT\":\"100000\"}}");
        String uri = "http://127.0.0.1:" + exchange.mexcPort();
        Map<String, String> settings = new HashMap<>();
        if (streams.get()) {
            settings.put("firstfill.environments.paper.ws-uri", "ws://127.0.0.1:" + exchange.mexcPort() + "/ws");
        }
        settings.putAll(Map.of(
                "firstfill.environments.paper.rest-uri",
                uri,
                "firstfill.environments.paper.web-uri",
                uri,
                "quarkus.vault.url",
                "http://127.0.0.1:" + startVault().getAddress().getPort(),
                "quarkus.vault.authentication.app-role.role-id",
                "trader",
                "quarkus.vault.authentication.app-role.secret-id",
                "knock-knock",
                "firstfill.egress.throttle-pause",
                "2S",
                "test.control-port",
                Integer.toString(exchange.controlPort())));
        return settings;
    }

    @Override
    public void stop() {
        if (simulator != null) {
            simulator.close();
        }
        if (vault != null) {
            vault.stop(0);
        }
    }

    private HttpServer startVault() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            vault = server;
            server.createContext("/v1/auth/approle/login", exchange -> answer(exchange, 200, """
                    {"auth":{"client_token":"t-1","accessor":"a","policies":["trader"],"token_policies":["trader"],
                     "lease_duration":3600,"renewable":true,"entity_id":"e","token_type":"service","orphan":true}}"""));
            server.createContext(
                    "/v1/secret/data/firstfill/paper", exchange -> answer(exchange, 200, """
                    {"data":{"data":{"api-key":"%s","secret-key":"%s"},
                     "metadata":{"version":3,"created_time":"2026-01-01T00:00:00Z","deletion_time":"","destroyed":false}}}""".formatted(KEY, SECRET)));
            server.createContext(UNSEAL, exchange -> {
                sealed.set(false);
                answer(exchange, 200, "{}");
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange, int healthy, String text) throws IOException {
        int status = sealed.get() ? 503 : healthy;
        String body = sealed.get() ? "{\"errors\":[\"Vault is sealed\"]}" : text;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
