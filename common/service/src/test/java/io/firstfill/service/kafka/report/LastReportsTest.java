package io.firstfill.service.kafka.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.run.SettingsReported;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.testkit.KafkaResource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Proves, on a broker, which report counts as the last of a service. */
class LastReportsTest {
    private static final Instant T0 = Instant.parse("2026-11-28T12:00:00Z");
    private static final MessageCodec CODEC = MessageCodec.standard();

    @Test
    void theLastReportOfEachEnvironmentCountsAndNoOtherRecord() {
        KafkaResource kafka = new KafkaResource();
        kafka.init(Map.of(KafkaResource.TOPICS, Topics.RUNS + ":4"));
        Map<String, String> config = kafka.start();
        Map<String, Object> broker = Map.of("bootstrap.servers", config.get("kafka.bootstrap.servers"));
        LastReports reports = new LastReports(broker, CODEC);
        assertThat(reports.of("trader")).isEmpty();

        try (var producer = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer())) {
            publish(producer, report("paper", "trader", "1"));
            publish(producer, report("live", "trader", "2"));
            publish(producer, report("paper", "scanner", "3"));
            publish(producer, report("paper", "trader", "4"));
            var _ = producer.send(new ProducerRecord<>(Topics.RUNS, "paper", "{".getBytes(StandardCharsets.UTF_8)));
            var _ = producer.send(new ProducerRecord<>(Topics.RUNS, "paper", null));
            producer.flush();
        }

        Map<EnvironmentId, SettingsReported> last = reports.of("trader");
        assertThat(last).hasSize(2);
        assertThat(last.get(EnvironmentId.of("paper")))
                .extracting(SettingsReported::settings)
                .isEqualTo(Map.of("a", "4"));
        assertThat(last.get(EnvironmentId.of("live")))
                .extracting(SettingsReported::settings)
                .isEqualTo(Map.of("a", "2"));
    }

    private static void publish(KafkaProducer<String, byte[]> producer, SettingsReported report) {
        var _ = producer.send(
                new ProducerRecord<>(Topics.RUNS, report.environment().value(), CODEC.write(report)));
    }

    private static SettingsReported report(String environment, String service, String value) {
        return new SettingsReported(
                Meta.first(new MessageId(UUID.randomUUID()), T0),
                EnvironmentId.of(environment),
                service,
                Map.of("a", value));
    }
}
