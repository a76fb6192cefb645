package io.firstfill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kept broker keeps its records over a restart, and topics are created only on request. */
class EmbeddedKafkaTest {

    @BeforeAll
    static void quiet() {
        QuietServers.silence();
    }

    @Test
    void keepsRecordsOverARestartOnOtherPorts(@TempDir Path data) throws Exception {
        // Given a broker that took a transaction and was closed
        try (EmbeddedKafka first = EmbeddedKafka.keptIn(data).start()) {
            first.createTopic("orders.v1", 1);
            commit(first, "orders.v1", "kept");
        }

        // When another starts on the same directory
        List<String> seen;
        try (EmbeddedKafka second = EmbeddedKafka.keptIn(data).start()) {
            second.createTopic("orders.v1", 1);
            seen = read(second, "orders.v1");
        }

        // Then the record is there, once
        assertThat(seen).containsExactly("kept");
    }

    @Test
    void anUnknownTopicIsAnErrorAndARecreatedOneIsEmpty() {
        // Given a broker with one record in one topic
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary().start()) {
            kafka.createTopic("orders.v1", 1);
            commit(kafka, "orders.v1", "old");

            // When the topic is recreated
            kafka.recreateTopics(KafkaResource.parse("orders.v1:1:cleanup.policy=compact"));

            // Then it holds nothing, and a topic nobody created does not appear
            assertThat(read(kafka, "orders.v1")).isEmpty();
            assertThatThrownBy(() -> commit(kafka, "ordres.v1", "lost"))
                    .hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void aTopicThatExistsGetsTheSettingsOfTheListAndKeepsItsRecords() {
        // Given a topic of an earlier release with one record
        try (EmbeddedKafka kafka = EmbeddedKafka.temporary().start()) {
            kafka.createTopics(KafkaResource.parse("permits.v1:1:retention.ms=1000000"));
            commit(kafka, "permits.v1", "kept");

            // When this release keeps the topic longer
            kafka.createTopics(KafkaResource.parse("permits.v1:1:retention.ms=2000000"));

            // Then the new time holds
            assertThat(setting(kafka, "permits.v1", "retention.ms")).isEqualTo("2000000");
            assertThat(read(kafka, "permits.v1")).containsExactly("kept");
        }
    }

    private static String setting(EmbeddedKafka kafka, String topic, String name) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = kafka.admin()) {
            var described = Kafka.await(admin.describeConfigs(List.of(resource)).all());
            return Objects.requireNonNull(described.get(resource)).get(name).value();
        }
    }

    private static void commit(EmbeddedKafka kafka, String topic, String value) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "test", "max.block.ms", "3000");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, value)).get(5, TimeUnit.SECONDS);
            producer.commitTransaction();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> read(EmbeddedKafka kafka, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "test", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            ConsumerRecords<String, String> records = ConsumerRecords.empty();
            long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            while (records.isEmpty() && System.nanoTime() < end) {
                records = consumer.poll(Duration.ofMillis(200));
            }
            consumer.commitSync();
            return StreamSupport.stream(records.spliterator(), false)
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }
}
