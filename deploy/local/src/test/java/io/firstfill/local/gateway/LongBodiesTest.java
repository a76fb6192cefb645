package io.firstfill.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A body arrives at its service whole and with its length, and one that is too long is refused at once. */
class LongBodiesTest {
    private static final String POST = "POST /api/control/v1/runs HTTP/1.1\r\nHost: localhost\r\n";

    private RunningGateway gateway;

    @BeforeEach
    void start() {
        gateway = RunningGateway.start(RunningGateway.RULES);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aBodyWhoseDeclaredLengthIsTooLongIsA413BeforeItIsSent() {
        try (RawConnection connection = gateway.connect()) {
            assertProblem(
                    connection.send(POST + "Content-Length: 11534336\r\n\r\n").rest(), 413);
        }
        try (RawConnection connection = gateway.connect()) {
            connection.send(POST + "Expect: 100-continue\r\nContent-Length: 11534336\r\n\r\n");
            assertProblem(connection.rest(), 413);
        }
    }

    @Test
    void aCallerThatSendsElevenMegabytesAnywayReadsThe413() {
        byte[] body = new byte[11 * 1024 * 1024];
        try (RawConnection connection = gateway.connect()) {
            connection
                    .send(POST + "Content-Length: " + body.length + "\r\n\r\n")
                    .sendWhatIsTaken(body);
            assertProblem(connection.rest(), 413);
        }
        assertThat(gateway.seen).isEmpty();
    }

    @Test
    void aBodyOfUndeclaredLengthIsA413AsSoonAsItIsTooLong() {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (RawConnection connection = gateway.connect()) {
            connection.send(POST + "Transfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 20; i++) {
                connection.sendWhatIsTaken(chunk);
            }
            assertProblem(connection.rest(), 413);
        }
    }

    @Test
    void aBodyThatIsAskedForArrives() {
        try (RawConnection connection = gateway.connect()) {
            connection.send(POST + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            assertThat(connection.answer()).startsWith("HTTP/1.1 100");
            assertThat(connection.send("abc").answer())
                    .startsWith("HTTP/1.1 200")
                    .contains("\"bodyLength\":3");
        }
    }

    @Test
    void aServiceGetsTheLengthOfABodyInChunks() {
        String answer = gateway.send(POST + "Transfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("\"content-length\":\"5\"")
                .contains("\"bodyLength\":5");
        assertThat(answer).doesNotContain("transfer-encoding\":");
    }

    @Test
    void requestsOnOneConnectionAreAnsweredInTheirOrder() {
        try (RawConnection connection = gateway.connect()) {
            String get = "GET /env/%s HTTP/1.1\r\nHost: localhost\r\n\r\n";
            connection.send(get.formatted("a") + get.formatted("b") + get.formatted("..") + get.formatted("c"));
            assertThat(connection.answer()).contains("GET /env/a");
            assertThat(connection.answer()).contains("GET /env/b");
            assertThat(connection.answer()).startsWith("HTTP/1.1 400");
            assertThat(connection.answer()).contains("GET /env/c");
        }
    }

    private static void assertProblem(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("Content-Type: application/problem+json");
        JsonObject problem = new JsonObject(answer.split("\r\n\r\n", 2)[1]);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(answer).contains("X-Correlation-Id: " + problem.getString("correlationId"));
    }
}
