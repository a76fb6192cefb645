package io.firstfill.ledger.kafka;

import io.firstfill.ledger.LedgerDatabase;
import io.firstfill.testkit.KafkaResource;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** A partition as the broker has it, and the ledger's offsets of it in the database and in Kafka. */
record StoredPartition(TopicPartition partition) {
    private static final long SECONDS = 10;

    long end() {
        try (var admin = KafkaResource.shared().admin()) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get(SECONDS, TimeUnit.SECONDS)
                    .offset();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker did not name the end", e);
        }
    }

    /** Has the broker delete every record before the offset, as a retention does. */
    void delete(long before) {
        try (var admin = KafkaResource.shared().admin()) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker did not delete", e);
        }
    }

    long committed() {
        try (var admin = KafkaResource.shared().admin()) {
            OffsetAndMetadata committed = admin.listConsumerGroupOffsets("ledger-service")
                    .partitionsToOffsetAndMetadata()
                    .get(SECONDS, TimeUnit.SECONDS)
                    .get(partition);
            return committed == null ? 0 : committed.offset();
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker did not name the committed offset", e);
        }
    }

    long recorded() {
        return LedgerDatabase.number("SELECT recorded FROM journal_offset" + where());
    }

    /** Sets both offsets in the database. */
    void store(long offset) throws SQLException {
        LedgerDatabase.executeAsSuperuser(
                "UPDATE journal_offset SET recorded = " + offset + ", published = " + offset + where());
    }

    void forget() throws SQLException {
        LedgerDatabase.executeAsSuperuser("DELETE FROM journal_offset" + where());
    }

    private String where() {
        return " WHERE topic = '" + partition.topic() + "' AND partition = " + partition.partition();
    }
}
