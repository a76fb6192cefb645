package io.firstfill.local.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.firstfill.local.secrets.LocalSecrets;
import io.firstfill.local.secrets.Sealing;
import io.firstfill.local.secrets.SecretsServer;
import io.firstfill.local.terminal.Terminal;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that a key goes from standard input to the secrets and nowhere else, and what is said of it. */
class CredentialTest {
    private static final String KEY = "mx0aBYs33eIilxBWC5";
    private static final String SECRET = "45d0b3c26f2644f19bfb98b07741b2f5";
    private static final String VALID = """
            {"status":"VALIDATED","path":"firstfill/live/mexc","version":1,"canTrade":true,"canWithdraw":%s,
             "permissions":["SPOT"],"unboundKeyEndsBy":"2027-02-26T00:00:00Z"}""";

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private int port;
    private String verdict = VALID.formatted("false");

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpServer gateway;

    @SuppressWarnings("NullAway.Init") // set before each test
    private LocalSecrets secrets;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path state;

    @BeforeEach
    void start() throws IOException {
        port = IntStream.iterate(31_000, base -> base < 32_700, base -> base + 16)
                .filter(base -> isFree(base) && isFree(base + 5))
                .findFirst()
                .orElseThrow();
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        gateway.createContext("/auth", call -> answer(call, 200, "{\"access_token\":\"t\",\"expires_in\":300}"));
        gateway.createContext("/api/control/v1/environments/live", call -> answer(call, 200, environment(call)));
        gateway.createContext("/api/control/v1/environments/other", call -> answer(call, 404, "{}"));
        gateway.start();
        secrets = LocalSecrets.in(
                Files.createDirectories(state.resolve("secrets")), Clock.systemUTC(), List.of(), Sealing.NONE);
        new SecretsServer(vertx, port + 5, secrets.store(), secrets.roles(), Clock.systemUTC())
                .start()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aKeyIsStoredAndValidatedAtOnce() {
        int code = run(List.of(KEY, SECRET), "put", "live");

        assertThat(code).isZero();
        assertThat(secrets.credentials("live").getString("api-key")).isEqualTo(KEY);
        assertThat(secrets.credentials("live").getString("secret-key")).isEqualTo(SECRET);
        assertThat(asked).contains("POST /api/control/v1/environments/live/credential/validate");
        assertThat(lines())
                .containsExactly(
                        "Stored as version 1 at firstfill/live/mexc.",
                        "The exchange accepts the key: trade yes, withdraw no, permissions SPOT.",
                        "The exchange does not tell whether a key is bound to an address. An unbound key ends after 90"
                                + " days, this one by 2027-02-26T00:00:00Z: bind it to the address of this machine.");
    }

    @Test
    void theKeyIsInNoOutput() {
        run(List.of(KEY, SECRET), "put", "live");
        run(List.of(KEY + " " + SECRET, SECRET), "put", "live");
        run(List.of(KEY, SECRET), "put", "other");
        stop();
        run(List.of(KEY, SECRET), "put", "live");

        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(KEY, SECRET);
    }

    @Test
    void aWithdrawRightIsWarnedOf() {
        verdict = VALID.formatted("true");

        run(List.of(KEY, SECRET), "put", "live");

        assertThat(lines()).anyMatch(line -> line.startsWith("WARNING: the key may withdraw."));
    }

    @Test
    void aRefusedKeyStaysStoredAndTheExitCodeSaysSo() {
        verdict = "{\"status\":\"REJECTED\",\"exchangeCode\":700006,\"refusedAddress\":\"203.0.113.9\"}";

        assertThat(run(List.of(KEY, SECRET), "put", "live")).isEqualTo(3);
        assertThat(lines().getLast())
                .isEqualTo("The exchange refuses the key with code 700006: it is bound to addresses that ours,"
                        + " 203.0.113.9, is not among. No order is sent.");
        assertThat(run(List.of(), "status", "live")).isEqualTo(3);
    }

    @Test
    void theSecretOfATargetIsStoredWithoutBeingShownAndNothingElseIs() {
        String path = "firstfill/live/notifications/desk";

        assertThat(run(List.of("{\"url\":\"https://hooks.example/" + SECRET + "\"}"), "notify", "live", "desk"))
                .isZero();
        assertThat(secrets.store().read(path).orElseThrow().getString("url")).endsWith(SECRET);
        assertThat(lines()).containsExactly("Stored as version 1 at " + path + ". Test it in the control panel.");

        for (String wrong :
                List.of("", SECRET, "{\"hmac-key\":\"" + SECRET + "\"}", "{\"url\":7}", "{\"word\":\"x\"}")) {
            assertThat(run(List.of(wrong), "notify", "live", "phone")).as(wrong).isEqualTo(1);
        }
        assertThat(run(List.of(), "notify", "live")).isEqualTo(2);
        assertThat(run(List.of(), "notify", "live", "../mexc")).isEqualTo(2);
        assertThat(secrets.store().read("firstfill/live/notifications/phone")).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(SECRET);
    }

    @Test
    void nothingIsStoredWithoutAWholeKeyOrAnEnvironmentOrAStack() {
        assertThat(run(List.of(KEY), "put", "live")).isEqualTo(1);
        assertThat(run(List.of("", SECRET), "put", "live")).isEqualTo(1);
        assertThat(run(List.of(KEY, SECRET), "put", "other")).isEqualTo(1);
        assertThat(run(
                        List.of(KEY, SECRET),
                        "put",
                        "live",
                        "--state",
                        state.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(run(List.of(), "put", "live", KEY)).isEqualTo(2);
        assertThat(run(List.of(KEY, SECRET), "put", "live", "--vault", "http://vault.example"))
                .isEqualTo(2);
        assertThat(run(List.of(), "put")).isEqualTo(2);
        assertThat(secrets.store().read("firstfill/live/mexc")).isEmpty();
    }

    private String environment(HttpExchange call) {
        boolean validation = call.getRequestMethod().equals("POST");
        return validation ? verdict : "{\"environment\":\"live\",\"credential\":" + verdict + "}";
    }

    private int run(List<String> input, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--port", Integer.toString(port)));
        if (!all.contains("--state")) {
            all.addAll(List.of("--state", state.toString()));
        }
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Credential.run(out, out, new Lines(input), Map.of(), all.toArray(String[]::new));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void answer(HttpExchange call, int status, String body) throws IOException {
        asked.add(call.getRequestMethod() + " " + call.getRequestURI().getPath());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Standard input with these lines. */
    private static final class Lines implements Terminal {
        private final Deque<String> left;

        Lines(List<String> lines) {
            this.left = new ArrayDeque<>(lines);
        }

        @Override
        public boolean interactive() {
            return false;
        }

        @Override
        public Optional<String> line(String prompt) {
            return Optional.ofNullable(left.poll());
        }

        @Override
        public Optional<char[]> secret(String prompt) {
            return line(prompt).map(String::toCharArray);
        }
    }
}
