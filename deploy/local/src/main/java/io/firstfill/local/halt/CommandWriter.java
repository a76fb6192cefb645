package io.firstfill.local.halt;

import io.firstfill.contract.Topics;
import io.firstfill.contract.command.SetTradingState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Appends a command to {@code commands.v1}, under the key and with the durability that control writes it with. */
final class CommandWriter implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    private CommandWriter(KafkaProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** @param timeout after which a record that is not durable is given up */
    static CommandWriter open(HaltOptions options, Duration timeout) {
        int millis = Math.toIntExact(timeout.toMillis());
        Map<String, Object> settings = new HashMap<>(options.security());
        settings.putAll(Map.of(
                "bootstrap.servers",
                options.broker(),
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                0,
                "max.block.ms",
                millis,
                "delivery.timeout.ms",
                millis,
                "request.timeout.ms",
                millis / 2));
        return new CommandWriter(new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()));
    }

    /**
     * Returns when the command is durable.
     *
     * @throws ExecutionException when Kafka did not confirm it; it may be on the topic all the same
     */
    void write(SetTradingState command) throws ExecutionException, InterruptedException {
        byte[] value = MessageJson.write(command);
        producer.send(new ProducerRecord<>(
                        Topics.COMMANDS, command.environment().value(), value))
                .get();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
