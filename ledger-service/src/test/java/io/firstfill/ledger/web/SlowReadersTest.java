package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Readers never stop the writer: a query that is slow or gets no connection is refused, and recording goes on. */
@QuarkusTest
@KafkaAndPostgres
class SlowReadersTest {
    private static final String POSITIONS = "/api/ledger/v1/positions";
    /** More than the connections of the readers, and than all connections that record. */
    private static final int READERS = 14;

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    @TestSecurity(user = "vera", roles = "viewer")
    void recordingGoesOnWhileEveryConnectionOfTheReadersIsHeldByASlowQuery() throws SQLException {
        List<Response> answers;
        try (var lock = LedgerDatabase.lock("position");
                var threads = Executors.newFixedThreadPool(READERS)) {
            // Given more queries than the readers have connections, all waiting for a lock
            List<CompletableFuture<Response>> readers = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> given().get(POSITIONS), threads))
                    .limit(READERS)
                    .toList();

            // When messages are published, then they are recorded meanwhile
            fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0));
            fixture.record(fixture.submitted(1, LedgerFixture.T0, "12.5"));
            answers = readers.stream().map(CompletableFuture::join).toList();
            lock.rollback();
        }

        // Then every query was refused with its reason, and the next one is answered
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.header("Retry-After")).isNotBlank();
        });
        assertThat(answers.stream().map(answer -> answer.jsonPath().getString("detail")))
                .anyMatch(detail -> detail.contains("took longer than 2000 ms"))
                .anyMatch(detail -> detail.contains("too many queries are running"));
        given().get(POSITIONS).then().statusCode(200);
    }
}
