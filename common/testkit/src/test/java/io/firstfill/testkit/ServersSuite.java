package io.firstfill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What tests rely on in a broker and a database: the same for embedded ones and for containers. */
abstract class ServersSuite {
    abstract TestBroker broker();

    abstract TestDatabase database();

    @Test
    final void aRecreatedTopicIsEmptyAndAnUnknownOneIsAnError() {
        broker().recreateTopics(KafkaResource.parse("suite.v1:1"));
        commit("suite.v1");
        // A record and the marker of its transaction.
        assertThat(end("suite.v1")).isEqualTo(2);

        broker().recreateTopics(KafkaResource.parse("suite.v1:1"));

        assertThat(end("suite.v1")).isZero();
        assertThatThrownBy(() -> commit("unknown.v1")).hasRootCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }

    @Test
    final void theOwnerMayMigrateAndTheServicesRoleOwnsNothing() throws SQLException {
        TestDatabase database = database();
        database.createDatabase("suite");
        database.createDatabase("suite");
        execute(database, database.owner(), "CREATE TABLE IF NOT EXISTS journal (position int)");

        assertThatThrownBy(() -> execute(database, database.user(), "CREATE TABLE mine (position int)"))
                .hasMessageContaining("permission denied");
        assertThat(isSuperuser(database, database.owner())).isFalse();
        assertThat(isSuperuser(database, database.user())).isFalse();
    }

    private void commit(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker().bootstrapServers(), "transactional.id", "suite", "max.block.ms", "3000");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "kept")).get(5, TimeUnit.SECONDS);
            producer.commitTransaction();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long end(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (var admin = broker().admin()) {
            return Kafka.await(admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                            .partitionResult(partition))
                    .offset();
        }
    }

    private static void execute(TestDatabase database, String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl("suite"), role, role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean isSuperuser(TestDatabase database, String role) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl("suite"), role, role);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
            assertThat(List.of(rows.next())).containsExactly(true);
            return rows.getBoolean(1);
        }
    }
}
