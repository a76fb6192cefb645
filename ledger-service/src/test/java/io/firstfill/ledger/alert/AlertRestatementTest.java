package io.firstfill.ledger.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.RecordsOnTopics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The alert about a record stays on its topic until a person acknowledges the record, and is one alert. */
@QuarkusTest
@KafkaAndPostgres
class AlertRestatementTest {
    private final LedgerFixture fixture = new LedgerFixture();

    @Inject
    AlertRestatement restatement;

    @Test
    void theAlertAboutARecordIsRestatedOnceADayAndCountedOnce() throws SQLException {
        // Given alerts about records, of which one was stated a day ago
        byte[] broken = "{broken".getBytes(StandardCharsets.UTF_8);
        var old = RecordsOnTopics.publishRaw(Topics.ORDERS, 1, fixture.environment.value(), broken);
        var recent = RecordsOnTopics.publishRaw(Topics.ORDERS, 1, fixture.environment.value(), broken);
        await().atMost(Duration.ofSeconds(20)).until(() -> open("true") == 2);
        LedgerDatabase.executeAsSuperuser("UPDATE alert SET last_raised_at = last_raised_at - interval '1 day'"
                + " WHERE environment = '" + fixture.environment + "' AND subject = '" + old + "'");

        // When the time has come, and comes again
        restate();
        await().atMost(Duration.ofSeconds(20)).until(() -> open("last_raised_at > now() - interval '1 hour'") == 2);
        restate();

        // Then the old alert is stated twice, the second time as a repetition of the first, and is still one
        List<AlertRaised> stated = RecordsOnTopics.await(fixture.environment, AlertRaised.class, 3);
        assertThat(stated).hasSize(3);
        AlertRaised last = stated.getLast();
        assertThat(last.subject()).isEqualTo(old.toString()).isNotEqualTo(recent.toString());
        assertThat(last.meta().causationId()).isEqualTo(stated.getFirst().meta().id());
        assertThat(open("times = 1")).isEqualTo(2);
    }

    private void restate() {
        restatement.restate(Instant.now()).await().atMost(Duration.ofSeconds(10));
    }

    private long open(String condition) {
        return LedgerDatabase.count("alert", fixture.environment, "cleared_at IS NULL AND " + condition);
    }
}
