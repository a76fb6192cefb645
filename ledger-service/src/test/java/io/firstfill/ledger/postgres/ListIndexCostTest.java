package io.firstfill.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.journal.EncodedMessage;
import io.firstfill.ledger.journal.JournalEntry;
import io.firstfill.ledger.journal.Recorder;
import io.firstfill.service.json.MessageCodec;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures what the indexes of the lists cost the writer, by turns with them and with the indexes they replaced. */
@QuarkusTest
@KafkaAndPostgres
@Tag("benchmark")
class ListIndexCostTest {
    private static final Logger LOG = Logger.getLogger(ListIndexCostTest.class);
    private static final int TURNS = 6;
    private static final int BATCHES = 12;
    private static final int ORDERS_IN_BATCH = 50;
    private static final List<String> REPLACED = List.of(
            "CREATE INDEX configuration_time ON configuration (saved_at)",
            "CREATE INDEX run_time ON run (started_at)",
            "CREATE INDEX listing_time ON listing (first_seen)",
            "CREATE INDEX orders_time ON orders (created_at)",
            "CREATE INDEX orders_run ON orders (run_id)",
            "CREATE INDEX position_time ON position (opened_at)",
            "CREATE INDEX permit_time ON permit (first_seen)",
            "CREATE INDEX alert_time ON alert (raised_at)");

    @Inject
    Recorder recorder;

    @Inject
    MessageCodec codec;

    private final LedgerFixture fixture = new LedgerFixture();
    private int orders;

    @Test
    void whatTheIndexesOfTheListsCostPerOrder() throws SQLException {
        try (GeneratedLedger ledger = GeneratedLedger.over(LedgerDatabase.connectAsSuperuser())) {
            ledger.fill(400_000);
            List<String> added =
                    ledger.column("SELECT indexdef FROM pg_indexes WHERE indexname ~ '_list(_run|_pair|_run_pair)?$'");
            List<Long> with = new ArrayList<>();
            List<Long> before = new ArrayList<>();
            record(new ArrayList<>());
            for (int turn = 0; turn < TURNS; turn++) {
                record(with);
                replace(ledger, added, REPLACED);
                record(before);
                replace(ledger, REPLACED, added);
            }
            LOG.infof(
                    "Recording per order, microseconds: with list indexes median=%d p95=%d, with the replaced ones"
                            + " median=%d p95=%d; batches=%d each",
                    at(with, 50), at(with, 95), at(before, 50), at(before, 95), with.size());
            assertThat(at(with, 50)).isLessThan(2 * at(before, 50));
        }
    }

    private static void replace(GeneratedLedger ledger, List<String> old, List<String> next) throws SQLException {
        for (String definition : old) {
            ledger.execute("DROP INDEX " + definition.substring("CREATE INDEX ".length(), definition.indexOf(" ON ")));
        }
        for (String definition : next) {
            ledger.execute(definition);
        }
        ledger.execute("CHECKPOINT");
    }

    /** Records batches of orders in three steps each, and adds the time per order. */
    private void record(List<Long> times) {
        for (int batch = 0; batch < BATCHES; batch++) {
            List<JournalEntry> entries = new ArrayList<>();
            for (int i = 0; i < ORDERS_IN_BATCH; i++) {
                orders++;
                Stream.of(
                                fixture.submitted(orders, LedgerFixture.T0, "12.5"),
                                fixture.accepted(orders, LedgerFixture.T0.plusSeconds(1)),
                                fixture.filled(orders, LedgerFixture.T0.plusSeconds(2), "3", "12.5", "4.16"))
                        .map(this::entry)
                        .forEach(entries::add);
            }
            long begun = System.nanoTime();
            recorder.record(fixture.environment, entries, List.of()).await().atMost(Duration.ofSeconds(30));
            times.add((System.nanoTime() - begun) / 1000 / ORDERS_IN_BATCH);
        }
    }

    private JournalEntry entry(Message message) {
        String topic = Family.of(message).topic();
        return new JournalEntry.Read(
                new RecordPlace(topic, 0, orders), EncodedMessage.of(topic, message, codec.write(message)));
    }

    private static long at(List<Long> times, int percent) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
