package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An export holds one connection while its caller takes it, and nothing once the caller or the database has gone. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class ExportCallersTest {
    private static final String EXPORTS = "/api/ledger/v1/exports/";
    /** Rows of about 1 kB, far more than the sockets hold. */
    private static final int MANY = 60_000;

    private static final String STALLED =
            "datname = current_database() AND state = 'idle in transaction' AND query LIKE '%api_order%'";

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void aCallerWhoStopsReadingHoldsOneConnectionUntilHeGoesAndRecordingGoesOn() throws Exception {
        generateOrders();
        try (Socket caller = open()) {
            read(caller, 100_000);
            await().atMost(Duration.ofSeconds(10)).until(() -> stalled() == 1);

            // When another export is asked for, then it is refused with the reason; lists and recording go on
            given().get(EXPORTS + "orders.csv")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", equalTo("2"));
            given().get("/api/ledger/v1/positions").then().statusCode(200);
            fixture.record(fixture.announced(1, "NEWT", LedgerFixture.T0));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> stalled() == 0);
        await().atMost(Duration.ofSeconds(10)).until(() -> status(EXPORTS + "positions.csv") == 200);
    }

    @Test
    void aCallerWhoGoesWhileTheDatabaseIsBusyHoldsNothing() throws Exception {
        try (var lock = LedgerDatabase.lock("orders")) {
            try (Socket caller = open()) {
                await().atMost(Duration.ofSeconds(10)).until(() -> waiting() == 1);
                assertThat(caller.isConnected()).isTrue();
            }

            await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 0);
            lock.rollback();
        }
        for (int reader = 0; reader < 10; reader++) {
            given().get("/api/ledger/v1/positions").then().statusCode(200);
        }
    }

    @Test
    void aFileIsRecognisablyCutWhenTheDatabaseIsLostInTheMiddle() throws Exception {
        generateOrders();
        byte[] begin;
        byte[] rest;
        try (Socket caller = open()) {
            begin = read(caller, 100_000);
            await().atMost(Duration.ofSeconds(10)).until(() -> stalled() == 1);
            LedgerDatabase.executeAsSuperuser("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                    + "datname = current_database() AND usename = 'firstfill' AND query LIKE '%api_order%'");
            rest = rest(caller);
        }

        String file = new String(begin, StandardCharsets.UTF_8) + new String(rest, StandardCharsets.UTF_8);
        assertThat(file).doesNotContain("#manifest");
        assertThat(file).doesNotEndWith("0\r\n\r\n");
        await().atMost(Duration.ofSeconds(10)).until(() -> status(EXPORTS + "positions.csv") == 200);
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

    private static int status(String path) {
        return given().get(path).statusCode();
    }

    /** Returns the number of exports that wait for their callers. */
    private static long stalled() {
        return LedgerDatabase.number("SELECT count(*) FROM pg_stat_activity WHERE " + STALLED);
    }

    private static long waiting() {
        return LedgerDatabase.number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND usename = 'firstfill' AND wait_event_type = 'Lock'");
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
}
