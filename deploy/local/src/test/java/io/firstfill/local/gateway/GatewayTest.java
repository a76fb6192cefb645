package io.firstfill.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.testkit.FreePort;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Proves which requests the gateway forwards where, what the services learn of the caller, and how failures are
 * answered.
 */
class GatewayTest {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int port;

    @BeforeEach
    void start() {
        port = FreePort.next();
        List<Route> routes = List.of(
                new Route("/", "control", origin("control")),
                new Route("/api/control/v1/", "control", origin("control")),
                new Route("/api/ledger/v1/", "ledger", origin("ledger")),
                new Route("/auth/", "keycloak", FreePort.next()));
        join(new Gateway(vertx, port, routes, Duration.ofMillis(400)).start());
    }

    @AfterEach
    void stop() {
        client.close();
        join(vertx.close());
    }

    @Test
    void theLongestPrefixDecidesAndThePathStaysWhole() throws Exception {
        assertThat(get("/api/ledger/v1/trades?from=1&to=2").body())
                .isEqualTo("ledger GET /api/ledger/v1/trades?from=1&to=2");
        assertThat(get("/api/control/v1/runs").body()).isEqualTo("control GET /api/control/v1/runs");
        assertThat(get("/").body()).isEqualTo("control GET /");
        assertThat(get("/assets/app.js").body()).isEqualTo("control GET /assets/app.js");
    }

    @Test
    void theServiceLearnsTheCallersOriginAndNotWhatTheCallerClaims() throws Exception {
        HttpResponse<String> response = client.send(
                request("/api/control/v1/runs")
                        .header("X-Forwarded-For", "10.9.8.7")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Authorization", "Bearer token")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.headers().firstValue("Seen-For")).contains("127.0.0.1");
        assertThat(response.headers().firstValue("Seen-Host")).contains("127.0.0.1:" + port);
        assertThat(response.headers().firstValue("Seen-Proto")).contains("http");
        assertThat(response.headers().firstValue("Seen-Authorization")).contains("Bearer token");
    }

    @Test
    void aServiceThatIsDownIsA502ProblemAlsoForAPost() throws Exception {
        HttpResponse<String> read = get("/auth/realms/firstfill");
        HttpResponse<String> write = client.send(
                request("/auth/token")
                        .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(List.of(read, write)).allSatisfy(response -> assertProblem(response, 502));
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIsA504Problem() throws Exception {
        assertProblem(get("/api/ledger/v1/silent"), 504);
    }

    @Test
    void metricsAndHealthAreNotReachableThroughTheGateway() throws Exception {
        for (String path :
                List.of("/q/metrics", "/q", "//q/health", "/x/../q/health", "/%71/metrics", "/x/%2e%2e/q/health")) {
            assertProblem(get(path), 404);
        }
    }

    @Test
    void aPathThatNoFileCouldHaveIsForwardedLikeAnyOther() throws Exception {
        for (String path :
                List.of("a%00b", "%ED%A0%80", "%E5%B8%81%E5%AE%89", "%0D%0A", "x".repeat(3000), "%2e%2e%00")) {
            assertThat(get("/api/ledger/v1/runs/" + path).body()).isEqualTo("ledger GET /api/ledger/v1/runs/" + path);
        }
        assertProblem(get("/q/%00"), 404);
    }

    private static void assertProblem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new JsonObject(response.body()).getInteger("status")).isEqualTo(status);
    }

    private int origin(String name) {
        return join(vertx.createHttpServer()
                        .requestHandler(request -> answer(name, request))
                        .listen(0, "127.0.0.1"))
                .actualPort();
    }

    private static void answer(String name, HttpServerRequest request) {
        if (request.path().endsWith("/silent")) {
            return;
        }
        request.response()
                .putHeader("Seen-For", request.getHeader("X-Forwarded-For"))
                .putHeader("Seen-Host", request.getHeader("X-Forwarded-Host"))
                .putHeader("Seen-Proto", request.getHeader("X-Forwarded-Proto"))
                .putHeader("Seen-Authorization", String.valueOf(request.getHeader("Authorization")))
                .end(name + " " + request.method() + " " + request.uri());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
