package io.firstfill.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an answer has when it leaves the gateway: headers, compression, addresses, and a problem for every error. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {
    private static final String LEDGER = "/api/ledger/v1/";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private RunningGateway gateway;

    @BeforeAll
    void start() {
        gateway = RunningGateway.startWithSignIn();
    }

    @AfterAll
    void stop() {
        client.close();
        gateway.close();
    }

    @Test
    void everyAnswerForbidsSniffingFramingAndReferrers() throws Exception {
        for (String path :
                List.of("/", "/env/paper/now", LEDGER + "runs", LEDGER + "problem", "/auth/resources/a.css", "/q")) {
            var headers = get(path).headers();
            assertThat(headers.allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
            assertThat(headers.allValues("X-Frame-Options")).as(path).containsExactly("DENY");
            assertThat(headers.allValues("Referrer-Policy")).as(path).containsExactly("no-referrer");
            assertThat(headers.allValues("Content-Security-Policy"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe-inline");
            assertThat(headers.allValues("X-Correlation-Id")).as(path).hasSize(1);
        }
    }

    @Test
    void thePanelLoadsNothingFromElsewhereAndNoInlineScript() throws Exception {
        assertThat(get("/").headers().firstValue("Content-Security-Policy"))
                .contains(gateway(RunningGateway.RULES, "/").contentSecurityPolicy())
                .get()
                .asString()
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'");
    }

    @Test
    void anUnchangedAnswerHasNoBodyAndAnnouncesNone() {
        try (RawConnection connection = gateway.connect()) {
            String unchanged = connection
                    .send("GET " + LEDGER + "unchanged HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .answerWithoutBody();
            assertThat(unchanged).startsWith("HTTP/1.1 304").contains("\"1\"");
            assertThat(unchanged.toLowerCase(Locale.ROOT))
                    .doesNotContain("transfer-encoding", "content-length", "content-encoding");
            assertThat(connection
                            .send("GET /env/a HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aLongTextIsCompressedForWhoAcceptsIt() throws Exception {
        for (String path : List.of("long", "streamed")) {
            HttpResponse<byte[]> zipped = bytes(LEDGER + path, "gzip, br");
            assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(zipped.headers().firstValue("Vary")).contains("Accept-Encoding");
            assertThat(zipped.body().length).isLessThan(ServiceAnswers.LONG_TEXT.length() / 5);
            assertThat(unzipped(zipped.body())).isEqualTo(ServiceAnswers.LONG_TEXT);

            HttpResponse<byte[]> plain = bytes(LEDGER + path, "identity");
            assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(plain.headers().firstValue("Vary")).contains("Accept-Encoding");
            assertThat(new String(plain.body(), StandardCharsets.UTF_8)).isEqualTo(ServiceAnswers.LONG_TEXT);
        }
    }

    @Test
    void whatIsShortOrAlreadyCompressedOrSecretIsNotCompressed() throws Exception {
        for (String path : List.of(
                LEDGER + "image", LEDGER + "short", LEDGER + "problem", "/q", "/auth/realms/firstfill/account/long")) {
            assertThat(bytes(path, "gzip").headers().firstValue("Content-Encoding"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void anAddressNamesTheHostAsCalled() throws Exception {
        for (String host : List.of("127.0.0.1", "localhost")) {
            String called = "http://" + host + ":" + gateway.port;
            for (String own : List.of("http://localhost:" + gateway.port, "http://127.0.0.1:" + gateway.port)) {
                assertThat(location(called, own + "/auth/x?a=b")).isEqualTo(called + "/auth/x?a=b");
                assertThat(location(called, own)).isEqualTo(called + "/");
            }
            assertThat(location(called, "/relative")).isEqualTo("/relative");
            assertThat(location(called, "https://elsewhere.example/x")).isEqualTo("https://elsewhere.example/x");
            assertThat(location(called, "http://localhost:1/x")).isEqualTo("http://localhost:1/x");
        }
    }

    @Test
    void anErrorOfAnApiIsAlwaysAProblemAndKeepsItsHeaders() throws Exception {
        HttpResponse<String> html = get(LEDGER + "html-error?x=1");
        assertThat(html.statusCode()).isEqualTo(404);
        assertThat(html.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject problem = new JsonObject(html.body());
        assertThat(problem.getString("instance")).isEqualTo(LEDGER + "html-error");
        assertThat(problem.getString("correlationId"))
                .isEqualTo(html.headers().firstValue("X-Correlation-Id").orElseThrow());

        HttpResponse<String> empty = get(LEDGER + "empty-error");
        assertThat(new JsonObject(empty.body()).getInteger("status")).isEqualTo(401);
        assertThat(empty.headers().firstValue("WWW-Authenticate")).contains("Bearer");

        assertThat(new JsonObject(get(LEDGER + "problem").body()).getString("title"))
                .isEqualTo("of the service");
        assertThat(get("/auth/realms/firstfill/account/html-error").body()).contains("<h1>");
    }

    @Test
    void anAnswerToHeadHasNoBody() {
        for (String path : List.of(LEDGER + "long", LEDGER + "html-error", "/q")) {
            try (RawConnection connection = gateway.connect()) {
                String head = connection
                        .send("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
                        .answerWithoutBody();
                assertThat(head.toLowerCase(Locale.ROOT)).doesNotContain("identity");
                assertThat(connection
                                .send("GET /env/a HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .answer())
                        .startsWith("HTTP/1.1 200");
            }
        }
    }

    private static Route gateway(GatewayRules rules, String path) {
        return rules.route(path).orElseThrow();
    }

    private String location(String called, String address) throws Exception {
        var response = client.send(
                HttpRequest.newBuilder(URI.create(called + LEDGER + "moved?to=" + address.replace("?", "%3F")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.headers().firstValue("Server")).isEmpty();
        return response.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> bytes(String path, String encodings) throws Exception {
        return client.send(
                request(path).header("Accept-Encoding", encodings).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port + path));
    }

    private static String unzipped(byte[] zipped) throws IOException {
        try (var text = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return Buffer.buffer(text.readAllBytes()).toString();
        }
    }
}
