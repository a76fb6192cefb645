package io.firstfill.local.livecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.simulator.Simulator;
import io.firstfill.simulator.SimulatorOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves on the simulator, which models what is assumed, that the command finds what is as assumed and what is not. */
class LiveCheckTest {
    /** Facts that the load of this machine decides. */
    private static final Set<String> OF_THE_MACHINE = Set.of("server time", "round trip of /time");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void theSimulatorIsAsAssumedButForWhatItLacks() throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorOptions.ephemeral())) {
            control(simulator, "/listings", """
                    {"base":"WAITER","openAt":"%s","referencePrice":"0.02"}""".formatted(
                            Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MINUTES)));

            List<String> lines = check(simulator);

            assertThat(lines.stream()
                            .filter(line -> line.startsWith("DIFFERS"))
                            .map(LiveCheckTest::fact)
                            .filter(fact -> !OF_THE_MACHINE.contains(fact)))
                    .containsExactly(
                            "price band",
                            "bizType",
                            "book ticker before the opening",
                            "announcements",
                            "ping of RFC 6455");
            assertThat(lines.stream()
                            .filter(line -> line.startsWith("not seen"))
                            .map(LiveCheckTest::fact))
                    .isSubsetOf("what stands in front", "pushes");
            assertThat(lines.stream().filter(line -> line.startsWith("cannot be told")))
                    .hasSize(ByHand.facts().size());
            assertThat(lines).contains("Left to a person on the first live day:");
        }
    }

    @Test
    void whatTheExchangeChangesIsNamed() {
        Answer ping = new Answer(200, Map.of(), "{}", 900);
        Answer time = new Answer(200, Map.of("x-mbx-used-weight", List.of("7")), "{\"serverTime\":\"soon\"}", 900);

        List<Finding> findings = ConnectionChecks.of(ping, List.of(time), Instant.EPOCH);
        LiveCheckReport report = new LiveCheckReport(URI.create("https://exchange.test"), findings);

        assertThat(report.differs()).isTrue();
        assertThat(report.lines())
                .contains("  - server time: assumed a number of milliseconds, within a second of this machine's clock"
                        + " [doc]; seen soon, no number")
                .contains("  - request counter: assumed no header counts what was used [real response]; seen"
                        + " [x-mbx-used-weight]");
    }

    @Test
    void anExchangeThatIsNotThereIsOneLine() throws IOException {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = LiveCheck.run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                "--environments",
                file(1));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    }

    private List<String> check(Simulator simulator) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = LiveCheck.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                "--environments",
                file(simulator.mexcPort()));
        assertThat(code).isEqualTo(3);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String file(int port) throws IOException {
        return Files.writeString(directory.resolve("environments.yaml"), """
                environments:
                  paper:
                    mode: PAPER
                    rest-uri: http://127.0.0.1:%1$d
                    web-uri: http://127.0.0.1:%1$d
                    ws-uri: ws://127.0.0.1:%1$d/ws
                """.formatted(port))
                .toString();
    }

    /** The second column of a line. */
    private static String fact(String line) {
        return line.substring(27, 63).strip();
    }

    private static void control(Simulator simulator, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + simulator.controlPort() + path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(201);
        }
    }
}
