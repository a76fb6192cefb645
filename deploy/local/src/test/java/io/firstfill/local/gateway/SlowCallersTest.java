package io.firstfill.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A caller that sends too slowly gets its answer in time, and no service waits for it. */
class SlowCallersTest {
    private static final String POST = "POST /api/control/v1/runs HTTP/1.1\r\nHost: localhost\r\n";

    private RunningGateway gateway;

    @BeforeEach
    void start() {
        gateway = RunningGateway.start(RunningGateway.IMPATIENT);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aHeadThatDoesNotArriveInTimeIsA408() {
        try (RawConnection connection = gateway.connect()) {
            assertProblem(
                    connection.send("GET /env/paper HTTP/1.1\r\nHost: loc").rest(), 408);
        }
    }

    @Test
    void aSecondHeadOnAConnectionHasADeadlineToo() {
        try (RawConnection connection = gateway.connect()) {
            assertThat(connection
                            .send("GET /env/a HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 200");
            assertProblem(connection.send("G").rest(), 408);
        }
    }

    @Test
    void aConnectionThatNeverSendsAnythingIsClosed() {
        try (RawConnection connection = gateway.connect()) {
            assertThat(connection.rest()).isEmpty();
        }
    }

    @Test
    void aBodyThatDoesNotArriveInTimeIsA408AndOccupiesNoService() {
        for (String length :
                new String[] {"Content-Length: 100\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"}) {
            try (RawConnection connection = gateway.connect()) {
                assertProblem(connection.send(POST + length).rest(), 408);
            }
        }
        assertThat(gateway.seen).isEmpty();
    }

    private static void assertProblem(String answer, int status) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("Content-Type: application/problem+json");
        JsonObject problem = new JsonObject(answer.split("\r\n\r\n", 2)[1]);
        assertThat(problem.getInteger("status")).isEqualTo(status);
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(answer).contains("X-Correlation-Id: " + problem.getString("correlationId"));
    }
}
