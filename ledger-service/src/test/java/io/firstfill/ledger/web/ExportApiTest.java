package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Message;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.export.ExportCheck;
import io.firstfill.ledger.export.ExportVerifier;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Exports hold what the lists hold, end with a manifest, and leave nothing behind whatever becomes of the caller. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class ExportApiTest {
    private static final String EXPORTS = "/api/ledger/v1/exports/";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Rows of about 1 kB, far more than the sockets hold. */
    private static final int MANY = 30_000;

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void anExportHoldsEveryItemOfTheListInItsOrder() throws IOException {
        recordFills(620);

        for (String list : List.of("orders", "trades")) {
            String file = export(list + ".jsonl");

            assertThat(verified(file).rows()).isEqualTo(620);
            JsonNode first = JSON.readTree(file.lines().findFirst().orElseThrow());
            JsonNode listed = JSON.readTree(given().queryParam("environment", fixture.environment.value())
                            .queryParam("limit", "1")
                            .get("/api/ledger/v1/" + list)
                            .asString())
                    .at("/items/0");
            listed.fieldNames()
                    .forEachRemaining(name -> assertThat(first.path(name)).isEqualTo(listed.path(name)));
        }
        assertThat(verified(export("orders.csv")).rows()).isEqualTo(620);
    }

    @Test
    void filtersAreThoseOfTheListAndAreInTheManifest() throws IOException {
        recordFills(3);
        fixture.record(fixture.submitted(9, LedgerFixture.T0.plusSeconds(900), "1"));

        String filled = export("orders.jsonl?status=FILLED&from=" + LedgerFixture.T0.plusSeconds(2));

        ExportCheck check = verified(filled);
        assertThat(check.rows()).isEqualTo(2);
        assertThat(check.manifest()).isNotNull();
        assertThat(check.manifest().at("/filters/status").asText()).isEqualTo("FILLED");
        assertThat(check.manifest().at("/filters/environment").asText()).isEqualTo(fixture.environment.value());
    }

    @Test
    void decimalsLeaveAsTheyWereSent() throws IOException {
        fixture.record(fixture.filled(1, LedgerFixture.T0, "12345678901234567890.12345678901234567891", "12", "0.5"));

        assertThat(export("trades.csv")).contains(",12345678901234567890.12345678901234567891,12,0.5,");
        assertThat(export("trades.jsonl")).contains("\"filledQuantity\":\"12345678901234567890.12345678901234567891\"");
    }

    @Test
    void theJournalIsExportedWithItsChainAndItsHead() throws IOException {
        recordFills(120);

        for (String format : List.of("csv", "jsonl")) {
            ExportCheck whole = verified(export("journal." + format));
            ExportCheck part = verified(export("journal." + format + "?after=10&upTo=70"));

            assertThat(whole.rows()).isEqualTo(120);
            assertThat(part.rows()).isEqualTo(60);
        }
        long head = LedgerDatabase.count("journal_head", fixture.environment, "position = 120");
        assertThat(head).isEqualTo(1);
    }

    @Test
    void anExportOfNothingIsAManifest() throws IOException {
        assertThat(verified(export("positions.csv")).rows()).isZero();
        assertThat(verified(export("positions.jsonl")).rows()).isZero();
    }

    @Test
    void aWrongParameterIsNamedAndPagesAreRefused() {
        given().get(EXPORTS + "orders.csv?limit=5")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains("limit"));
        given().get(EXPORTS + "orders.csv?status=BOUGHT").then().statusCode(400);
        given().get(EXPORTS + "journal.csv").then().statusCode(400).body("violations.field", contains("environment"));
        given().get(EXPORTS + "journal.csv?environment=a&after=x").then().statusCode(400);
        given().get(EXPORTS + "secrets.csv").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "eve", roles = "visitor")
    void aTokenWithoutAFirstfillRoleExportsNothing() {
        given().get(EXPORTS + "orders.csv").then().statusCode(403);
        given().get(EXPORTS + "journal.csv?environment=a").then().statusCode(403);
    }

    @Test
    void aCallerWhoStopsReadingHoldsOneConnectionUntilHeGoesAndRecordingGoesOn() throws Exception {
        generateOrders();
        try (Socket caller = open()) {
            read(caller, 100_000);
            await().atMost(Duration.ofSeconds(10)).until(() -> sessions("idle in transaction") == 1);

            // When another export is asked for, then it is refused with the reason; lists and recording go on
            given().get(EXPORTS + "orders.csv")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("2"));
            given().get("/api/ledger/v1/positions").then().statusCode(200);
            fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> sessions("idle in transaction") == 0);
        given().queryParam("environment", fixture.environment.value())
                .get(EXPORTS + "positions.csv")
                .then()
                .statusCode(200);
    }

    @Test
    void aFileIsRecognisablyCutWhenTheDatabaseIsLostInTheMiddle() throws Exception {
        generateOrders();
        byte[] begin;
        byte[] rest;
        try (Socket caller = open()) {
            begin = read(caller, 100_000);
            await().atMost(Duration.ofSeconds(10)).until(() -> sessions("idle in transaction") == 1);
            LedgerDatabase.executeAsSuperuser("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND state = 'idle in transaction'");
            rest = rest(caller);
        }

        String file = new String(begin, StandardCharsets.UTF_8) + new String(rest, StandardCharsets.UTF_8);
        assertThat(file).doesNotContain("#manifest");
        assertThat(file).doesNotEndWith("0\r\n\r\n");
        given().queryParam("environment", fixture.environment.value())
                .get(EXPORTS + "positions.csv")
                .then()
                .statusCode(200);
    }

    private static Socket open() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write(("GET " + EXPORTS + "orders.csv HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static byte[] read(Socket caller, int bytes) throws IOException {
        InputStream in = caller.getInputStream();
        return in.readNBytes(bytes);
    }

    /** Reads to the end of the connection, which the server must break. */
    private static byte[] rest(Socket caller) throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try {
            InputStream in = new BufferedInputStream(caller.getInputStream());
            for (int c = in.read(); c >= 0; c = in.read()) {
                rest.write(c);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the connection stays open after " + rest.size() + " bytes", e);
        } catch (IOException reset) {
            rest.write(' ');
        }
        return rest.toByteArray();
    }

    private static long sessions(String state) {
        return LedgerDatabase.number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND state = '" + state + "'");
    }

    private static void generateOrders() throws SQLException {
        LedgerDatabase.executeAsSuperuser("""
                INSERT INTO journal_head VALUES ('many', 1, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
                INSERT INTO orders (client_order_id, environment, run_id, listing_id, pair, status, status_at, created_at,
                    updated_at, detail)
                SELECT 'many' || i, 'many', gen_random_uuid(), gen_random_uuid(), 'A/USDT', 'DENIED', now(),
                    now() - i * interval '1 second', now(), repeat('x', 600)
                FROM generate_series(1, %d) i
                ON CONFLICT DO NOTHING
                """.formatted(MANY));
    }

    private String export(String path) {
        return given().queryParam("environment", fixture.environment.value())
                .get(EXPORTS + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ExportCheck verified(String file) throws IOException {
        ExportCheck check = ExportVerifier.verify(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        assertThat(check.finding())
                .as(file.substring(0, Math.min(300, file.length())))
                .isNull();
        return check;
    }

    private void recordFills(int count) {
        fixture.record(IntStream.rangeClosed(1, count)
                .mapToObj(number -> fixture.filled(number, LedgerFixture.T0.plusSeconds(number), "3", "12.5", "4"))
                .toArray(Message[]::new));
    }
}
