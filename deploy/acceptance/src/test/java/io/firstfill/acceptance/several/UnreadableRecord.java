package io.firstfill.acceptance.several;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A record of one environment that no service can read, and its place in Kafka. */
record UnreadableRecord(String topic, int partition, long offset) {
    private static final byte[] NO_JSON = "no json".getBytes(StandardCharsets.UTF_8);

    static UnreadableRecord sent(Stack stack, String topic, String environment) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafkaBootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            RecordMetadata sent = producer.send(new ProducerRecord<>(topic, environment, NO_JSON))
                    .get();
            return new UnreadableRecord(topic, sent.partition(), sent.offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The body of an operator's acknowledgement. */
    JsonObject acknowledgement() {
        JsonObject place =
                new JsonObject().put("topic", topic).put("partition", partition).put("offset", offset);
        return new JsonObject().put("place", place).put("reason", "sent by the scenario, concerns nothing");
    }
}
