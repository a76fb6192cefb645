package io.firstfill.acceptance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.config.Ports;
import io.firstfill.testkit.CertificateAuthority;
import io.firstfill.testkit.Directories;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Rehearses the way to the live exchange: the file, the typed name, the passphrase, the key, a listing bought over TLS
 * under another host name, a part that crashes, a wrong authority, the end. Only the address differs from live.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuardedLiveRunIT {
    private static final Ports PORTS = new Ports(Integer.getInteger("firstfill.acceptance.port", 18080)
            + 1_000 * (Integer.getInteger("firstfill.acceptance.process", 1) - 1)
            + 300);
    private static final Path WORK = Path.of("target", "live-rehearsal").toAbsolutePath();
    private static final Path STATE = WORK.resolve("state");
    private static final String KEY = "mx0rehearsedAccessKey";
    private static final String SECRET = "5a1c7e0db2f94f6cb6a0c2d7e8f90123";
    private static final String PASSPHRASE = "rehearsal is not the real thing";
    private static final Duration START = Duration.ofMinutes(6);

    @SuppressWarnings("NullAway.Init") // set before the first scenario
    private Command stack;

    @SuppressWarnings("NullAway.Init") // set before the first scenario
    private GatewayClient founder;

    @SuppressWarnings("NullAway.Init") // set before the first scenario
    private SimulatorClient exchange;

    @BeforeAll
    void start() throws IOException {
        // By hand: --fresh deletes nothing of a LIVE environment.
        Directories.delete(WORK);
        Files.createDirectories(WORK);
        stack = up("up.log", "live");
        stack.awaitLine("Control panel", START);
        founder = GatewayClient.at(PORTS, "founder");
        exchange = SimulatorClient.at(PORTS, "live");
        exchange.openAccount(KEY, SECRET, new BigDecimal("1000"));
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @Test
    @Order(1)
    void anotherNameStartsNothing() throws Exception {
        try (Command refused = up("refused.log", "paper")) {
            assertThat(refused.awaitEnd(Duration.ofSeconds(30))).isEqualTo(1);
            assertThat(refused.lines())
                    .containsExactly("The environment live is LIVE and its name was not typed: nothing was started.");
        }
    }

    @Test
    @Order(2)
    void theKeyIsStoredFromStandardInputAndValidatedOverTls() throws Exception {
        try (Command secret = Command.deploySecret(
                WORK.resolve("secret.log"),
                List.of(KEY, SECRET),
                List.of("put", "live", "--port", Integer.toString(PORTS.gateway()), "--state", STATE.toString()))) {
            assertThat(secret.awaitEnd(Duration.ofSeconds(60))).isZero();
            assertThat(secret.lines())
                    .anyMatch(line -> line.startsWith("The exchange accepts the key: trade yes"))
                    .anyMatch(line -> line.contains("does not tell whether a key is bound"));
        }
        for (Path file : files(WORK)) {
            assertThat(text(file)).as(file.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    @Order(3)
    void aListingIsBoughtOverTls() {
        awaitGate();
        String run = startedRun();
        String base = "LIVE" + Clock.systemUTC().millis() % 10_000;

        exchange.surpriseListing(base, Clock.systemUTC().instant().plusSeconds(3), new BigDecimal("0.02"));

        await("the trade")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !founder.ledger("/trades?environment=live&runId=" + run + "&pair=" + base + "/USDT")
                        .expect(200)
                        .items()
                        .isEmpty());
        assertThat(exchange.orders(base + "USDT")).hasSize(1);
        assertThat(exchange.streams()).as("the private stream, by wss").isNotEmpty();
    }

    @Test
    @Order(4)
    void aPartThatCrashesIsStartedAgainAndTheRunGoesOn() {
        kill("scanner-service");

        stack.awaitLine("scanner-service ended unexpectedly and is started again in 1 s", Duration.ofSeconds(20));
        stack.awaitLine("scanner-service runs again.", START);
        awaitGate();
        assertThat(founder.control("GET", "/runs?environment=live", null)
                        .expect(200)
                        .array())
                .anyMatch(run -> "ACTIVE".equals(run.getString("state")));
    }

    @Test
    @Order(5)
    void anExchangeOfAnotherAuthorityIsNotTrusted() throws IOException {
        Path trusted = STATE.resolve(Path.of("data", "rehearsal", "exchange.test", "ca.pem"));
        Path other =
                CertificateAuthority.in(WORK.resolve("other"), "exchange.test").certificate();
        Files.copy(other, trusted, StandardCopyOption.REPLACE_EXISTING);
        assertThat(exchange.streams()).isNotEmpty();

        kill("trader-service");
        stack.awaitLine("trader-service runs again.", START);

        await("the gate to name the exchange's clock, which cannot be asked")
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(founder.failingGateItems("live").toString()).contains("\"clock\""));
        await("the sockets of the trader before to be gone, and no new one")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(exchange.streams()).isEmpty());
    }

    @Test
    @Order(6)
    void theEndIsOneLine() throws Exception {
        int before = stack.lines().size();
        stack.interrupt();
        stack.awaitEnd(Duration.ofMinutes(1));

        List<String> after = stack.lines();
        assertThat(after.subList(before, after.size())).containsExactly("Stopping everything.");
    }

    private static Command up(String log, String name) throws IOException {
        Path file = Files.writeString(WORK.resolve("environments.yaml"), """
                environments:
                  live:
                    mode: LIVE
                    rest-uri: https://exchange.test:%1$d
                    web-uri: https://exchange.test:%1$d
                    ws-uri: wss://exchange.test:%1$d/ws
                    vault-path: firstfill/live/mexc
                    ceilings: {quote-amount: 10, spend: 50, trades-per-hour: 3}
                """.formatted(PORTS.simulator()));
        List<String> arguments = new ArrayList<>(List.of("--environments", file.toString()));
        arguments.addAll(List.of("--rehearse", "exchange.test", "--state", STATE.toString()));
        arguments.addAll(List.of("--port", Integer.toString(PORTS.gateway())));
        return Command.deployUp(WORK.resolve(log), List.of(name, PASSPHRASE), arguments);
    }

    private void awaitGate() {
        await("the start-up gate")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(founder.failingGateItems("live")).isEmpty());
    }

    private String startedRun() {
        JsonObject configuration = new JsonObject()
                .put("environment", "live")
                .put("name", "Rehearsal")
                .put("quoteAmount", "5")
                .put("symbols", new JsonObject().put("quoteAssets", new JsonArray().add("USDT")))
                .put(
                        "caps",
                        new JsonObject()
                                .put("tradesPerHour", 3)
                                .put("spend", "20")
                                .put("concurrentListings", 1));
        String id = founder.control("POST", "/configurations", configuration)
                .expect(201)
                .json()
                .getString("configurationId");
        return founder.control(
                        "POST",
                        "/runs",
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                        new JsonObject().put("environment", "live").put("configurationId", id))
                .expect(201)
                .json()
                .getString("runId");
    }

    /** Kills the service of this stack, which its command line names. */
    private static void kill(String service) {
        List<ProcessHandle> found = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("-Dfirstfill.state=" + STATE) && line.contains(service))
                        .isPresent())
                .toList();
        assertThat(found).isNotEmpty();
        found.forEach(ProcessHandle::destroyForcibly);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> file.startsWith(STATE.resolve("logs"))
                            || file.startsWith(STATE.resolve("secrets"))
                            || WORK.equals(file.getParent()))
                    .toList();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
