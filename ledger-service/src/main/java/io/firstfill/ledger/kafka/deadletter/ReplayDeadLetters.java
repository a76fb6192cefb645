package io.firstfill.ledger.kafka.deadletter;

import io.firstfill.service.json.MessageCodec;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The main class of {@code deploy/ledger dead-letters}: lists what lies in {@code dead-letters.v1}, and with
 * {@code --send} publishes what can be read by now. The broker is that of {@code KAFKA_BOOTSTRAP_SERVERS}; without the
 * variable, that of the local stack.
 */
public final class ReplayDeadLetters {
    private static final String LOCAL = "127.0.0.1:8082";

    private ReplayDeadLetters() {}

    /** Writes to the standard output, not to the log of a service: nothing of one runs here. */
    public static void main(String[] arguments) throws InterruptedException {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        String broker = System.getenv().getOrDefault("KAFKA_BOOTSTRAP_SERVERS", LOCAL);
        System.exit(run(broker, out, arguments));
    }

    /** Returns the exit code: 0 when every dead letter was read, 2 for wrong arguments. */
    static int run(String broker, PrintStream out, String... arguments) throws InterruptedException {
        List<String> given = List.of(arguments);
        if (!given.isEmpty() && !given.equals(List.of("--send"))) {
            out.println("Usage: deploy/ledger dead-letters [--send]");
            return 2;
        }
        try (var consumer = new KafkaConsumer<>(
                        settings(broker, "isolation.level", "read_committed"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
                var producer = given.isEmpty() ? null : producer(broker)) {
            int readable = new DeadLetters(consumer, MessageCodec.standard(), out::println).replay(producer);
            out.println(readable + (producer == null ? " can be published again, by --send" : " published again"));
            return 0;
        }
    }

    private static KafkaProducer<String, byte[]> producer(String broker) {
        return new KafkaProducer<>(settings(broker, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(String broker, String name, String value) {
        return Map.of("bootstrap.servers", broker, name, value);
    }
}
