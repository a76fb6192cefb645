package io.firstfill.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Proves which requests the gateway forwards where, what the services learn of the caller, and how failures are
 * answered.
 */
class GatewayTest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private RunningGateway gateway;

    @BeforeEach
    void start() {
        gateway = RunningGateway.start(RunningGateway.RULES);
    }

    @AfterEach
    void stop() {
        client.close();
        gateway.close();
    }

    @Test
    void theRouteDecidesAndThePathStaysWhole() throws Exception {
        get("/api/ledger/v1/trades?from=1&to=2");
        get("/api/control/v1/runs");
        get("/");
        get("/assets/app.js");
        get("/env/%70aper/now");

        assertThat(gateway.seen)
                .containsExactly(
                        "ledger GET /api/ledger/v1/trades?from=1&to=2",
                        "control GET /api/control/v1/runs",
                        "control GET /",
                        "control GET /assets/app.js",
                        "control GET /env/paper/now");
    }

    @Test
    void theServiceLearnsTheCallersOriginAndNotWhatTheCallerClaims() {
        String answer = gateway.send(String.join(
                "\r\n",
                "GET /api/control/v1/runs HTTP/1.1",
                "Host: trading.example:8443",
                "X-Forwarded-For: 10.9.8.7",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Prefix: /evil",
                "Forwarded: host=evil.example",
                "X-Real-IP: 10.9.8.7",
                "X_Forwarded_Host: evil.example",
                "X-HTTP-Method-Override: DELETE",
                "X-Original-URL: /q/metrics",
                "X-Correlation-Id: mine",
                "Connection: keep-alive, X-Secret",
                "X-Secret: x",
                "Authorization: Bearer token",
                "",
                ""));

        JsonObject headers = new JsonObject(answer.split("\r\n\r\n", 2)[1]).getJsonObject("headers");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("trading.example:8443");
        assertThat(headers.getString("x-forwarded-port")).isEqualTo("8443");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("authorization")).isEqualTo("Bearer token");
        assertThat(headers.getString("x-correlation-id")).isNotEqualTo("mine").hasSize(36);
        assertThat(headers.fieldNames())
                .doesNotContain(
                        "x-forwarded-prefix",
                        "forwarded",
                        "x-real-ip",
                        "x_forwarded_host",
                        "x-http-method-override",
                        "x-original-url",
                        "x-secret",
                        "content-length");
    }

    @Test
    void aServiceThatIsDownIsA502ProblemAlsoForAPostAndLeavesALineInTheLog() throws Exception {
        String token = "/auth/realms/firstfill/protocol/openid-connect/token";
        HttpResponse<String> read = get(token);
        HttpResponse<String> write = client.send(
                request(token)
                        .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(List.of(read, write)).allSatisfy(response -> assertProblem(response, 502, token));
        assertThat(gateway.log).hasSize(2);
        assertThat(gateway.log.getFirst())
                .contains("status=502")
                .contains(read.headers().firstValue("X-Correlation-Id").orElseThrow());
    }

    @Test
    void aServiceThatTooManyWaitForIsA503ForTheNext() {
        String silent = "GET /api/ledger/v1/silent HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (RunningGateway narrow = RunningGateway.start(RunningGateway.NARROW);
                RawConnection first = narrow.connect();
                RawConnection second = narrow.connect();
                RawConnection third = narrow.connect()) {
            // Given the one connection
            first.send(silent.replace("silent", "runs")).answer();

            // When three requests ask for it
            List<RawConnection> callers = List.of(first, second, third);
            callers.forEach(caller -> caller.send(silent));

            List<String> answers = callers.stream().map(RawConnection::answer).toList();

            // Then one has it, one waits for it, and one is refused
            assertThat(answers)
                    .filteredOn(answer -> answer.startsWith("HTTP/1.1 503"))
                    .singleElement()
                    .asString()
                    .contains("Retry-After: 1", "application/problem+json");
            assertThat(answers)
                    .filteredOn(answer -> answer.startsWith("HTTP/1.1 504"))
                    .hasSize(2);
        }
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIsA504Problem() {
        try (RunningGateway impatient = RunningGateway.start(RunningGateway.IMPATIENT)) {
            String answer = impatient.send("GET /api/ledger/v1/silent HTTP/1.1\r\nHost: localhost\r\n\r\n");
            JsonObject problem = new JsonObject(answer.split("\r\n\r\n", 2)[1]);

            assertThat(answer).startsWith("HTTP/1.1 504").contains("application/problem+json");
            assertThat(problem.getString("instance")).isEqualTo("/api/ledger/v1/silent");
            assertThat(impatient.log).singleElement().asString().contains(problem.getString("correlationId"));
        }
    }

    private static void assertProblem(HttpResponse<String> response, int status, String instance) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject problem = new JsonObject(response.body());
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("instance")).isEqualTo(instance);
        assertThat(response.headers().firstValue("X-Correlation-Id")).contains(problem.getString("correlationId"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port + path));
    }
}
