package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.journal.EncodedMessage;
import io.firstfill.service.json.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/**
 * An unreadable record of a topic that must be read completely holds up its partition and nothing else, and stops of
 * runs are read before starts.
 */
class PolledRecordsTest {
    private static final MessageCodec CODEC = MessageCodec.standard();
    private static final byte[] UNREADABLE = "{broken".getBytes(StandardCharsets.UTF_8);

    private final LedgerFixture fixture = new LedgerFixture();
    private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> polled = new LinkedHashMap<>();

    @Test
    void recordsAfterAnUnreadableFillWaitAndAllOthersAreRead() {
        var before = fixture.submitted(1, LedgerFixture.T0, "5");
        var announced = fixture.announced(1, "A", LedgerFixture.T0);
        poll(Topics.ORDERS, CODEC.write(before), UNREADABLE, CODEC.write(fixture.accepted(1, LedgerFixture.T0)));
        poll(Topics.LISTINGS, UNREADABLE, CODEC.write(announced));

        PolledRecords records = PolledRecords.of(consumerRecords(), CODEC);

        assertThat(messages(records)).containsExactly(before, announced);
        assertThat(records.unreadable()).hasSize(2);
    }

    @Test
    void aStopIsReadBeforeTheStartThatFollowsIt() {
        var start = fixture.startBeforeDeadline(fixture.run);
        var stopped = fixture.stopped(fixture.run);
        poll(Topics.COMMANDS, CODEC.write(start));
        poll(Topics.RUNS, CODEC.write(stopped));

        assertThat(messages(PolledRecords.of(consumerRecords(), CODEC))).containsExactly(stopped, start);
    }

    private List<Message> messages(PolledRecords records) {
        return records.readable().getOrDefault(fixture.environment, List.of()).stream()
                .map(EncodedMessage::message)
                .toList();
    }

    private void poll(String topic, byte[]... values) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (byte[] value : values) {
            records.add(new ConsumerRecord<>(topic, 0, records.size(), fixture.environment.value(), value));
        }
        polled.put(new TopicPartition(topic, 0), records);
    }

    private ConsumerRecords<String, byte[]> consumerRecords() {
        return new ConsumerRecords<>(polled, Map.of());
    }
}
