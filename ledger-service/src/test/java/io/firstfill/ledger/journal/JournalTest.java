package io.firstfill.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.record.Recorded;
import io.firstfill.ledger.Database;
import io.firstfill.ledger.LedgerStack;
import io.firstfill.ledger.Scene;
import io.firstfill.ledger.Wire;
import io.firstfill.ledger.journal.Verification.Finding;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** FR-005: what was recorded stays as it was, and whoever overrules the database is found out. */
@QuarkusTest
@LedgerStack
class JournalTest {
    private final Scene scene = new Scene();

    @Inject
    Auditor auditor;

    @Test
    void aMessageDeliveredTwiceIsRecordedOnceAndReceiptedWithItsPosition() {
        // Given a recorded message
        var announced = scene.announced(1, "NEWT", Scene.T0);
        Wire.send(announced);
        Wire.heard(Topics.RECORDED, scene.environment, Recorded.class, 1);

        // When it comes again, before another
        Wire.send(announced, scene.announced(2, "ALT", Scene.T0));
        var receipts = Wire.heard(Topics.RECORDED, scene.environment, Recorded.class, 3);

        // Then positions have no gap and the receipt is the same one
        assertThat(receipts).extracting(Recorded::position).containsExactly(1L, 1L, 2L);
        assertThat(receipts.get(0)).isEqualTo(receipts.get(1));
        assertThat(Database.count("journal", scene.environment, "true")).isEqualTo(2);
        assertThat(Database.count("listing", scene.environment, "jsonb_array_length(evidence) = 1"))
                .isEqualTo(2);
    }

    @Test
    void rowsCanNeitherBeChangedNorDeletedNorTruncated() {
        record(1);
        String where = " WHERE environment = '" + scene.environment + "'";

        assertThatThrownBy(() -> Database.execute("UPDATE journal SET type = 'x'" + where))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Database.execute("DELETE FROM journal" + where))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Database.execute("TRUNCATE journal")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Database.asSuperuser("UPDATE journal SET type = 'x'" + where))
                .hasMessageContaining("append-only: UPDATE refused");
        assertThatThrownBy(() -> Database.asSuperuser("DELETE FROM journal" + where))
                .hasMessageContaining("append-only: DELETE refused");
        assertThatThrownBy(() -> Database.asSuperuser("TRUNCATE journal"))
                .hasMessageContaining("append-only: TRUNCATE refused");
        assertThat(Database.count("journal", scene.environment, "type = 'ListingAnnounced'"))
                .isEqualTo(1);
    }

    @Test
    void anUntouchedChainHoldsTogether() {
        record(5);

        Verification verification = verified();

        assertThat(verification.intact()).isTrue();
        assertThat(verification.records()).isEqualTo(5);
    }

    @Test
    void aChangedMessageIsFoundWhereItIs() throws SQLException {
        record(5);

        tamper("UPDATE journal SET body = replace(body, 'NEWT', 'OLDT')", 3);

        assertThat(verified().brokenAt()).isEqualTo(3);
        assertThat(verified().finding()).isEqualTo(Finding.BODY_CHANGED);
    }

    @Test
    void aChangedTimeIsFoundWhereItIs() throws SQLException {
        record(3);

        tamper("UPDATE journal SET occurred_at = occurred_at - interval '1 second'", 2);

        assertThat(verified().brokenAt()).isEqualTo(2);
        assertThat(verified().finding()).isEqualTo(Finding.RECORD_CHANGED);
    }

    @Test
    void aRemovedRecordIsFoundInTheMiddleAndAtTheEnd() throws SQLException {
        record(4);

        tamper("DELETE FROM journal", 4);
        assertThat(verified().brokenAt()).isEqualTo(4);
        assertThat(verified().finding()).isEqualTo(Finding.MISSING);

        tamper("DELETE FROM journal", 2);
        assertThat(verified().brokenAt()).isEqualTo(2);
    }

    @Test
    void aBadSightingIsSetAsideAndAMessageWithAZeroCharacterIsRecorded() {
        // Given a record that is no message, and an alert whose text no jsonb can hold
        Wire.send(Topics.LISTINGS, scene.environment, "{broken".getBytes(StandardCharsets.UTF_8));
        var alert = new AlertRaised(
                Scene.meta(Scene.T0),
                scene.environment,
                io.firstfill.contract.value.AlertKind.FEED_SILENT,
                "zero \u0000 and \\u0000",
                io.firstfill.contract.value.Severity.WARNING,
                "text",
                null);

        // When both have been read
        Wire.send(alert);

        // Then the first is among the dead letters with an alert, and the second in the journal
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Database.count("alert", scene.environment, "kind = 'FEED_SILENT'") == 1);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Database.count("alert", scene.environment, "kind = 'UNREADABLE_MESSAGE'") == 1);
        assertThat(Wire.bytes(Topics.DEAD_LETTERS, scene.environment)).hasSize(1);
        assertThat(Database.count("alert", scene.environment, "subject = E'zero \\ufffd and \\\\u0000'"))
                .isEqualTo(1);
    }

    @Test
    void aLostDatabaseIsWaitedForAndNothingIsLost() throws SQLException {
        record(1);

        // When the database goes away, a message comes, and the database comes back
        Database.fromOutside("ALTER DATABASE " + Database.name() + " ALLOW_CONNECTIONS false");
        Database.fromOutside(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + Database.name() + "'");
        Wire.send(scene.announced(2, "LATE", Scene.T0));
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> ready() == 503);
        } finally {
            Database.fromOutside("ALTER DATABASE " + Database.name() + " ALLOW_CONNECTIONS true");
        }

        // Then it is recorded, once, and the ledger is ready again
        Wire.heard(Topics.RECORDED, scene.environment, Recorded.class, 2);
        assertThat(Database.count("journal", scene.environment, "true")).isEqualTo(2);
        await().atMost(Duration.ofSeconds(10)).until(() -> ready() == 200);
    }

    private static int ready() {
        return RestAssured.get("/q/health/ready").statusCode();
    }

    private void record(int messages) {
        for (int number = 1; number <= messages; number++) {
            Wire.send(scene.announced(number, "NEWT" + number, Scene.T0));
        }
        Wire.heard(Topics.RECORDED, scene.environment, Recorded.class, messages);
    }

    private Verification verified() {
        return auditor.verify(scene.environment).await().atMost(Duration.ofSeconds(10));
    }

    /** With triggers off, as only somebody with every right can. */
    private void tamper(String statement, int position) throws SQLException {
        Database.asSuperuser("SET session_replication_role = replica; " + statement + " WHERE environment = '"
                + scene.environment + "' AND position = " + position);
    }
}
