package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.Restart;
import io.firstfill.testkit.KafkaResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are in the journal, and offsets that never were records, are not called lost. */
@QuarkusTest
@KafkaAndPostgres
class HeldOffsetsTest {
    private final LedgerFixture fixture = new LedgerFixture();
    private final StoredPartition listings = partition(Topics.LISTINGS);

    @Inject
    KafkaClientService clients;

    /** Other tests destroy chains on purpose, and their receipts would say that the database was restored. */
    @BeforeEach
    void noReceiptIsOfAnotherTest() {
        for (int partition = 0; partition < 3; partition++) {
            var receipts = new StoredPartition(new TopicPartition(Topics.RECORDED, partition));
            receipts.delete(receipts.end());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatALedgerOfAnEarlierVersionRecordedMeanwhileIsNotLost(boolean neverStored) throws SQLException {
        // Given rows whose offsets are not in the database, as a ledger writes them that knows no such table
        fixture.record(fixture.announced(1, "A", LedgerFixture.T0), fixture.announced(2, "B", LedgerFixture.T0));
        long end = listings.end();
        await().atMost(Duration.ofSeconds(20)).until(() -> listings.recorded() == end && listings.committed() == end);
        if (neverStored) {
            listings.forget();
        } else {
            listings.store(end - 2);
        }

        // When a ledger of this version takes the partition over, after Kafka has deleted the records
        listings.delete(end);
        Restart.of(clients);
        fixture.record(fixture.announced(3, "C", LedgerFixture.T0));

        // Then nothing is called lost or restored
        assertThat(findings()).isZero();
        await().atMost(Duration.ofSeconds(20)).until(() -> listings.recorded() == listings.end());
    }

    @Test
    void theRecordsOfAnAbortedTransactionAreNotLost() {
        // Given a partition that ends with an aborted transaction
        fixture.record(fixture.announced(1, "A", LedgerFixture.T0));
        StoredPartition alerts = partition(Topics.ALERTS);
        long end = alerts.end() + 6;
        abort(alerts.partition(), 5);

        // When the ledger has seen that no record follows, Kafka deletes all, and the ledger starts again
        await().atMost(Duration.ofSeconds(20)).until(() -> alerts.end() == end && alerts.recorded() == end);
        alerts.delete(end);
        Restart.of(clients);
        fixture.record(fixture.announced(2, "B", LedgerFixture.T0));

        // Then nothing is called lost
        assertThat(findings()).isZero();
    }

    private void abort(TopicPartition partition, int records) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                KafkaResource.shared().bootstrapServers(),
                "transactional.id",
                UUID.randomUUID().toString());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < records; i++) {
                var _ = producer.send(new ProducerRecord<>(
                        partition.topic(), partition.partition(), fixture.environment.value(), new byte[] {'x'}));
            }
            producer.flush();
            producer.abortTransaction();
        }
    }

    private long findings() {
        return LedgerDatabase.count("journal", fixture.environment, "type IN ('RecordsLost', 'BranchBegun')");
    }

    private StoredPartition partition(String topic) {
        return new StoredPartition(new TopicPartition(topic, EnvironmentPartition.of(fixture.environment, 3)));
    }
}
