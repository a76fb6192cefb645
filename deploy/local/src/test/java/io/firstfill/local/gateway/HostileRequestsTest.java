package io.firstfill.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that no service may see are answered with a problem, whatever bytes they consist of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {
    private static final String HOST = "Host: localhost\r\n";

    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = RunningGateway.startWithSignIn();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @BeforeEach
    void nothingSeen() {
        gateway.seen.clear();
    }

    static Stream<String> ambiguousTargets() {
        return Stream.of(
                "/%00",
                "/api/ledger/v1/runs/a%00b",
                "http://localhost/q/health",
                "http://evil.example/",
                "//q/metrics",
                "/api/ledger/v1/../../../q/metrics",
                "/api/ledger/v1/%2e%2e/%2e%2e/q/metrics",
                "/auth/realms/firstfill/..",
                "/auth/realms/firstfill/account/..;/..;/..;/admin/",
                "/auth/realms/firstfill/account/..%2f..%2f..%2fadmin",
                "/auth/realms/firstfill/account/%2e%2e/%2e%2e/master/",
                "/api/control/v1//runs",
                "/env/..%5c..%5cq",
                "/env/%252e%252e/q",
                "/env/a%0d%0aSet-Cookie:x",
                "/env/a\tb",
                "/env/a\u0001b",
                "/env/a\u00ffb",
                "/env/%",
                "*");
    }

    @ParameterizedTest
    @MethodSource("ambiguousTargets")
    void aTargetThatServersReadDifferentlyIsA400(String target) {
        assertRefused(gateway.send("GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n"), 400);
    }

    static Stream<String> closedPaths() {
        return Stream.of(
                "/q",
                "/q/",
                "/q/health",
                "/q/metrics",
                "/%71/metrics",
                "/q/metrics/",
                "/metrics",
                "/auth",
                "/auth/",
                "/auth/admin",
                "/auth/admin/",
                "/auth/admin/realms/firstfill/users",
                "/auth/admin/master/console/",
                "/auth/realms/master",
                "/auth/realms/master/protocol/openid-connect/token",
                "/auth/realms/",
                "/auth/metrics",
                "/auth/realms/firstfill/clients-registrations/default",
                "/auth/realms/firstfillx/account/",
                "/auth/health",
                "/AUTH/admin/",
                "/api",
                "/api/",
                "/api/control/v2/runs",
                "/api/control/v1",
                "/index.htm",
                "/assets",
                "/.git/config");
    }

    @ParameterizedTest
    @MethodSource("closedPaths")
    void aPathThatNoRuleOpensIsA404(String path) {
        assertRefused(gateway.send("GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n"), 404);
    }

    static Stream<String> ambiguousRequests() {
        String post = "POST /api/control/v1/runs HTTP/1.1\r\n" + HOST;
        return Stream.of(
                post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde",
                post + "Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd",
                post + "Content-Length: 4, 4\r\n\r\nabcd",
                post + "Content-Length: +4\r\n\r\nabcd",
                post + "Content-Length: -4\r\n\r\n",
                post + "Content-Length: 0x4\r\n\r\nabcd",
                post + "Content-Length: 99999999999999999999\r\n\r\nabcd",
                post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                post + "Transfer-Encoding: identity\r\n\r\n",
                post + "Transfer-Encoding: xchunked\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
                post + "Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n",
                post + "Host: other\r\n\r\n",
                post + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
                post + "Bad Name: x\r\n\r\n",
                post + "X: a\u0000b\r\n\r\n",
                post + ": empty\r\n\r\n",
                "GET /env/paper/now HTTP/1.1\r\n\r\n",
                "GET /env/paper/now HTTP/1.1\r\nHost: \r\n\r\n",
                "GET /env/paper/now HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /env/paper/now HTTP/1.1\r\nHost: evil/..\r\n\r\n",
                "GET /env/paper/now HTTP/1.1\r\nHost: user@evil\r\n\r\n",
                "GET /env/paper/now HTTP/2.0\r\n" + HOST + "\r\n",
                "GET /env/paper/now HTTP/1.2\r\n" + HOST + "\r\n",
                "GET /env/paper/now FTP/1.1\r\n" + HOST + "\r\n",
                "GET /env/paper/now\r\n\r\n",
                "G\u0001T /env/paper/now HTTP/1.1\r\n" + HOST + "\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "CONNECT localhost:443 HTTP/1.1\r\n" + HOST + "\r\n");
    }

    @ParameterizedTest
    @MethodSource("ambiguousRequests")
    void aRequestThatServersReadDifferentlyIsA400(String request) {
        assertRefused(gateway.send(request), 400);
    }

    @Test
    void aMethodThatARouteDoesNotServeIsA405WithThoseItServes() {
        for (String request :
                new String[] {"TRACE /api/control/v1/runs", "POST /index.html", "DELETE /auth/resources/a.css"}) {
            String answer = gateway.send(request + " HTTP/1.1\r\n" + HOST + "\r\n");
            assertRefused(answer, 405);
            assertThat(answer).contains("Allow: GET, HEAD");
        }
        assertRefused(gateway.send("PROPFIND /env/ HTTP/1.1\r\n" + HOST + "\r\n"), 405);
    }

    @Test
    void aRequestLineAboveTheLimitIsA414AndHeadersAboveTheirsAre431() {
        String longTarget = "/env/" + "x".repeat(300_000);
        assertRefused(sendAll("GET " + longTarget + " HTTP/1.1\r\n" + HOST + "\r\n"), 414);
        assertRefused(sendAll("GET /env/a HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(300_000) + "\r\n\r\n"), 431);
        assertRefused(sendAll("GET /env/a HTTP/1.1\r\n" + HOST + "X: x\r\n".repeat(30_000) + "\r\n"), 431);
    }

    @Test
    void anExpectationOfAnotherKindIsA417() {
        assertRefused(gateway.send("GET /env/a HTTP/1.1\r\n" + HOST + "Expect: magic\r\n\r\n"), 417);
    }

    @Test
    void aRequestBehindARefusedOneOnTheSameConnectionIsNotServed() {
        try (RawConnection connection = gateway.connect()) {
            connection.send("POST /q/health HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\n\r\nGET /"
                    + "api/control/v1/runs HTTP/1.1\r\n" + HOST + "\r\n");
            assertThat(connection.rest()).startsWith("HTTP/1.1 404").containsOnlyOnce("HTTP/1.1");
            assertThat(gateway.seen).isEmpty();
        }
    }

    private String sendAll(String request) {
        try (RawConnection connection = gateway.connect()) {
            return connection
                    .sendWhatIsTaken(request.getBytes(StandardCharsets.ISO_8859_1))
                    .rest();
        }
    }

    private void assertRefused(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        String[] parts = answer.split("\r\n\r\n", 2);
        assertThat(Arrays.asList(parts[0].split("\r\n")))
                .contains("Content-Type: application/problem+json", "X-Content-Type-Options: nosniff");
        JsonObject problem = new JsonObject(parts[1]);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("type")).isNotBlank();
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(parts[0]).contains("X-Correlation-Id: " + problem.getString("correlationId"));
        assertThat(gateway.seen).isEmpty();
    }
}
