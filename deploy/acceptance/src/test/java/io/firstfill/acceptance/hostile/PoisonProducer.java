package io.firstfill.acceptance.hostile;

import io.firstfill.local.launch.Stack;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;

/** Sends records that no service can process into the partition of an environment. */
final class PoisonProducer implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    PoisonProducer(Stack stack) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafkaBootstrapServers(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    PoisonRecord send(PoisonKind kind, String topic, String environment) {
        byte[] key = kind.key(topic, environment).getBytes(StandardCharsets.UTF_8);
        try {
            RecordMetadata sent = producer.send(
                            new ProducerRecord<>(topic, partition(topic, environment), key, kind.value(environment)))
                    .get();
            return new PoisonRecord(kind, topic, sent.partition(), sent.offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException(kind + " was not sent to " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The partition in which the environment's own records are. */
    private int partition(String topic, String environment) {
        int hash = Utils.toPositive(Utils.murmur2(environment.getBytes(StandardCharsets.UTF_8)));
        return hash % producer.partitionsFor(topic).size();
    }

    @Override
    public void close() {
        producer.close();
    }
}
