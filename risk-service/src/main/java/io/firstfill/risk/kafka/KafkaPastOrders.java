package io.firstfill.risk.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads the orders topic with a consumer of its own, beside the topology, whose offsets stay. It is read only where a
 * book does not know the positions of the past; 30 days of it are some seconds.
 */
@Singleton
class KafkaPastOrders implements PastOrders {
    private static final Logger LOG = Logger.getLogger(KafkaPastOrders.class);
    private static final Duration POLL = Duration.ofMillis(100);
    /** Polls without a record after which the rest is tried later, 5 s together. */
    private static final int SILENT_POLLS = 50;

    private final Map<String, Object> broker;
    private final MessageCodec codec;

    KafkaPastOrders(@Identifier("default-kafka-broker") Map<String, Object> broker, MessageCodec codec) {
        this.broker = broker;
        this.codec = codec;
    }

    @Override
    public Optional<List<OrderEvent>> of(int partition) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "past-orders");
        // It runs on the thread that reads halts: a partition without a leader must not hold it for long.
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        try (var orders = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            return read(orders, new TopicPartition(Topics.ORDERS, partition));
        } catch (KafkaException e) {
            LOG.warnf(e, "Positions of the past not read, trying again: partition=%d", partition);
            return Optional.empty();
        }
    }

    private Optional<List<OrderEvent>> read(KafkaConsumer<String, byte[]> orders, TopicPartition partition) {
        orders.assign(List.of(partition));
        orders.seekToBeginning(List.of(partition));
        long end = orders.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        List<OrderEvent> events = new ArrayList<>();
        int silent = 0;
        while (orders.position(partition) < end && silent < SILENT_POLLS) {
            var polled = orders.poll(POLL);
            silent = polled.isEmpty() ? silent + 1 : 0;
            polled.forEach(record -> add(record, events));
        }
        return orders.position(partition) < end ? Optional.empty() : Optional.of(events);
    }

    /** Steps of orders are left out: a position has events of its own. */
    private void add(ConsumerRecord<String, byte[]> record, List<OrderEvent> events) {
        if (record.value() == null) {
            return;
        }
        try {
            Message message = codec.read(record.topic(), record.value());
            if (message instanceof OrderEvent event && !(message instanceof OrderStep)) {
                events.add(event);
            }
        } catch (UnreadableMessageException e) {
            LOG.debugf(e, "Past record not readable: record=%s@%d", record.topic(), record.offset());
        }
    }
}
