package io.firstfill.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.firstfill.ledger.journal.Verification.Finding;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * FR-005: each message is recorded once, records cannot be changed, and the verification finds every change that
 * somebody made past the database's protection. Neither an unreadable record nor a lost database loses a message.
 */
@QuarkusTest
@KafkaAndPostgres
class JournalTest {
    private final LedgerFixture fixture = new LedgerFixture();

    @Inject
    ChainVerifier verifier;

    @Test
    void aMessageDeliveredTwiceIsRecordedOnceAndHasTheSameReceipt() {
        // Given a recorded message
        var announced = fixture.announced(1, "NEWT", LedgerFixture.T0);
        fixture.record(announced);

        // When it is delivered again, before another one
        RecordsOnTopics.publish(announced, fixture.announced(2, "ALT", LedgerFixture.T0));
        var receipts = RecordsOnTopics.await(fixture.environment, Recorded.class, 3);

        // Then positions have no gap and the receipt is the same one
        assertThat(receipts).extracting(Recorded::position).containsExactly(1L, 1L, 2L);
        assertThat(receipts.get(0)).isEqualTo(receipts.get(1));
        assertThat(LedgerDatabase.count("journal", fixture.environment, "true")).isEqualTo(2);
        assertThat(LedgerDatabase.count("listing", fixture.environment, "jsonb_array_length(evidence) = 1"))
                .isEqualTo(2);
    }

    @Test
    void rowsCanNeitherBeChangedNorDeletedNorTruncated() {
        recordListings(1);
        String where = " WHERE environment = '" + fixture.environment + "'";

        assertThatThrownBy(() -> LedgerDatabase.execute("UPDATE journal SET type = 'x'" + where))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> LedgerDatabase.execute("DELETE FROM journal" + where))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> LedgerDatabase.execute("TRUNCATE journal")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> LedgerDatabase.executeAsSuperuser("UPDATE journal SET type = 'x'" + where))
                .hasMessageContaining("append-only: UPDATE refused");
        assertThatThrownBy(() -> LedgerDatabase.executeAsSuperuser("DELETE FROM journal" + where))
                .hasMessageContaining("append-only: DELETE refused");
        assertThatThrownBy(() -> LedgerDatabase.executeAsSuperuser("TRUNCATE journal"))
                .hasMessageContaining("append-only: TRUNCATE refused");
        assertThat(LedgerDatabase.count("journal", fixture.environment, "type = 'ListingAnnounced'"))
                .isEqualTo(1);
    }

    @Test
    void anUnchangedChainIsIntact() {
        recordListings(5);

        Verification verification = verified();

        assertThat(verification.intact()).isTrue();
        assertThat(verification.records()).isEqualTo(5);
    }

    @Test
    void aChangedBodyIsFoundAtItsPosition() throws SQLException {
        recordListings(5);

        tamper("UPDATE journal SET body = replace(body, 'NEWT', 'OLDT')", 3);

        assertThat(verified().brokenAt()).isEqualTo(3);
        assertThat(verified().finding()).isEqualTo(Finding.BODY_CHANGED);
    }

    @Test
    void aChangedTimeIsFoundAtItsPosition() throws SQLException {
        recordListings(3);

        tamper("UPDATE journal SET occurred_at = occurred_at - interval '1 second'", 2);

        assertThat(verified().brokenAt()).isEqualTo(2);
        assertThat(verified().finding()).isEqualTo(Finding.RECORD_CHANGED);
    }

    @Test
    void aRemovedRecordIsFoundInTheMiddleAndAtTheEnd() throws SQLException {
        recordListings(4);

        tamper("DELETE FROM journal", 4);
        assertThat(verified().brokenAt()).isEqualTo(4);
        assertThat(verified().finding()).isEqualTo(Finding.MISSING);

        tamper("DELETE FROM journal", 2);
        assertThat(verified().brokenAt()).isEqualTo(2);
    }

    @Test
    void whatWasVerifiedBeforeIsReadAgainOnRequest() throws SQLException {
        recordListings(4);
        assertThat(verified().complete()).isTrue();

        tamper("DELETE FROM journal", 2);

        assertThat(verified().continuedAfter()).isEqualTo(4);
        assertThat(verifiedAnew().brokenAt()).isEqualTo(2);
    }

    @Test
    void aMessageWithAZeroCharacterOfAnEarlierWriterIsRecorded() {
        String body = """
                {"type":"AlertRaised","meta":{"id":"%s","occurredAt":"2026-11-22T12:00:00Z","correlationId":"%s"},
                 "environment":"%s","kind":"FEED_SILENT","subject":"zero \\u0000 and \\\\u0000",
                 "severity":"WARNING","summary":"text"}
                """.formatted(UUID.randomUUID(), UUID.randomUUID(), fixture.environment);

        RecordsOnTopics.publish(Topics.ALERTS, fixture.environment, body.getBytes(StandardCharsets.UTF_8));

        await().atMost(Duration.ofSeconds(10))
                .until(() -> LedgerDatabase.count("alert", fixture.environment, "kind = 'FEED_SILENT'") == 1);
        assertThat(LedgerDatabase.count("alert", fixture.environment, "subject = E'zero \\ufffd and \\\\u0000'"))
                .isEqualTo(1);
    }

    @Test
    void aLostDatabaseIsRetriedAndNoMessageIsLost() throws SQLException {
        recordListings(1);

        // When the database is lost, a message is delivered, and the database is available again
        LedgerDatabase.executeFromOtherDatabase("ALTER DATABASE " + LedgerDatabase.name() + " ALLOW_CONNECTIONS false");
        LedgerDatabase.executeFromOtherDatabase(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + LedgerDatabase.name()
                        + "'");
        RecordsOnTopics.publish(fixture.announced(2, "LATE", LedgerFixture.T0));
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> ready() == 503);
            RecordsOnTopics.await(fixture.environment, AlertRaised.class, 1);
        } finally {
            LedgerDatabase.executeFromOtherDatabase(
                    "ALTER DATABASE " + LedgerDatabase.name() + " ALLOW_CONNECTIONS true");
        }

        // Then the message is recorded once, the ledger is ready again, and the alert that it stopped is cleared
        await().atMost(Duration.ofSeconds(20)).until(() -> ready() == 200);
        AlertCleared cleared = RecordsOnTopics.await(fixture.environment, AlertCleared.class, 1)
                .getFirst();
        assertThat(cleared.kind()).isEqualTo(AlertKind.CHANNEL_STOPPED);
        assertThat(LedgerDatabase.count("journal", fixture.environment, "type = 'ListingAnnounced'"))
                .isEqualTo(2);
        assertThat(LedgerDatabase.count("alert", fixture.environment, "cleared_at IS NULL"))
                .isZero();
    }

    private static int ready() {
        return RestAssured.get("/q/health/ready").statusCode();
    }

    private void recordListings(int count) {
        fixture.record(IntStream.rangeClosed(1, count)
                .mapToObj(number -> fixture.announced(number, "NEWT" + number, LedgerFixture.T0))
                .toArray(Message[]::new));
    }

    private Verification verifiedAnew() {
        return verifier.verifyAnew(fixture.environment).await().atMost(Duration.ofSeconds(10));
    }

    private Verification verified() {
        return verifier.verify(fixture.environment).await().atMost(Duration.ofSeconds(10));
    }

    /** Changes a record with the triggers off, as only a superuser can. */
    private void tamper(String statement, int position) throws SQLException {
        LedgerDatabase.executeAsSuperuser("SET session_replication_role = replica; " + statement
                + " WHERE environment = '" + fixture.environment + "' AND position = " + position);
    }
}
