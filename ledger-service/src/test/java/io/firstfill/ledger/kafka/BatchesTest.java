package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.ledger.Scene;
import io.firstfill.ledger.journal.Received;
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

/** What a broken record may and may not hold up. */
class BatchesTest {
    private static final MessageCodec CODEC = MessageCodec.standard();
    private static final byte[] BROKEN = "{broken".getBytes(StandardCharsets.UTF_8);

    private final Scene scene = new Scene();
    private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> polled = new LinkedHashMap<>();

    @Test
    void whatLiesBehindABrokenFillWaitsAndAllElseGoesOn() {
        var before = scene.submitted(1, Scene.T0, "5");
        var announced = scene.announced(1, "A", Scene.T0);
        polled(Topics.ORDERS, CODEC.write(before), BROKEN, CODEC.write(scene.accepted(1, Scene.T0)));
        polled(Topics.LISTINGS, BROKEN, CODEC.write(announced));

        Batches batches = Batches.of(records(), CODEC);

        assertThat(messages(batches)).containsExactly(before, announced);
        assertThat(batches.unreadable()).hasSize(2);
    }

    @Test
    void aStopThatHasHappenedIsSeenBeforeTheStartThatFollowsIt() {
        var start = scene.startInTime(scene.run);
        var stopped = scene.stopped(scene.run);
        polled(Topics.COMMANDS, CODEC.write(start));
        polled(Topics.RUNS, CODEC.write(stopped));

        assertThat(messages(Batches.of(records(), CODEC))).containsExactly(stopped, start);
    }

    private List<Message> messages(Batches batches) {
        return batches.readable().getOrDefault(scene.environment, List.of()).stream()
                .map(Received::message)
                .toList();
    }

    private void polled(String topic, byte[]... values) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (byte[] value : values) {
            records.add(new ConsumerRecord<>(topic, 0, records.size(), scene.environment.value(), value));
        }
        polled.put(new TopicPartition(topic, 0), records);
    }

    private ConsumerRecords<String, byte[]> records() {
        return new ConsumerRecords<>(polled, Map.of());
    }
}
