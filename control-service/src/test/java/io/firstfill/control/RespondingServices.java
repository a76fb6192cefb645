package io.firstfill.control;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.heartbeat.Heartbeat;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.control.liveness.HeartbeatBook;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.firstfill.service.kafka.InboxState;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A stand-in of ledger, trader and risk: reads control's commands and publishes the answers that a test has set. */
@Startup
@ApplicationScoped
public class RespondingServices {
    private final InboxState control;
    private final MessageCodec codec = MessageCodec.standard();
    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<Class<?>, Function<Command, List<Message>>> answers = new ConcurrentHashMap<>();
    private final List<Command> commands = new CopyOnWriteArrayList<>();
    private final List<Exception> unreadable = new CopyOnWriteArrayList<>();
    private final Thread reader = new Thread(this::read, "responding-services");
    private volatile boolean running = true;
    private final HeartbeatBook heartbeats;
    private Instant signsAt = Instant.EPOCH;

    RespondingServices(
            @ConfigProperty(name = "kafka.bootstrap.servers") String broker,
            InboxState control,
            HeartbeatBook heartbeats) {
        this.control = control;
        this.heartbeats = heartbeats;
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker), new StringDeserializer(), new ByteArrayDeserializer());
        producer = new KafkaProducer<>(
                // a broker that is away must not hold up the end of a test
                Map.of("bootstrap.servers", broker, "max.block.ms", 1000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @PostConstruct
    void start() {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.COMMANDS).stream()
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        running = false;
        reader.join();
        producer.close(Duration.ofSeconds(1)); // a broker that is away takes no more signs of life
    }

    /**
     * Waits until control has replayed its topics and hears scanner, trader and risk in every environment, then removes
     * all answers and all commands read so far.
     */
    public void reset() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> control.isOpen()
                        && Arrays.stream(ControlResource.ENVIRONMENTS)
                                .allMatch(name -> heartbeats
                                        .silent(EnvironmentId.of(name))
                                        .isEmpty()));
        answers.clear();
        commands.clear();
    }

    /** Sets the messages that answer each command of this type. */
    public <C extends Command> void respondTo(Class<C> kind, Function<C, List<Message>> answer) {
        answers.put(kind, command -> answer.apply(kind.cast(command)));
    }

    /** Returns the commands of this type that control has published since the last reset. */
    public <C extends Command> List<C> publishedCommands(Class<C> kind) {
        return commands.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns why each command was not read that could not be read. */
    public List<Exception> unreadable() {
        return List.copyOf(unreadable);
    }

    public void publish(Message message) {
        String topic = Family.of(message).topic();
        var _ = producer.send(new ProducerRecord<>(topic, message.environment().value(), codec.write(message)));
    }

    /** Publishes what no service can read. */
    public void publishBytes(String topic, String key, byte[] bytes) {
        var _ = producer.send(new ProducerRecord<>(topic, key, bytes));
    }

    private void read() {
        while (running) {
            giveSigns();
            consumer.poll(Duration.ofMillis(100)).forEach(this::answer);
        }
        consumer.close();
    }

    private void giveSigns() {
        Instant now = Instant.now();
        if (!running || now.isBefore(signsAt)) {
            return;
        }
        signsAt = now.plusMillis(500);
        for (String name : ControlResource.ENVIRONMENTS) {
            for (String service : HeartbeatBook.SERVICES) {
                Meta meta = Meta.first(new MessageId(UUID.randomUUID()), now);
                publish(new Heartbeat(meta, EnvironmentId.of(name), service, service + "-0", now));
            }
        }
    }

    private void answer(ConsumerRecord<String, byte[]> record) {
        try {
            Command command = (Command) codec.read(record.topic(), record.value());
            commands.add(command);
            answers.getOrDefault(command.getClass(), ignored -> List.of())
                    .apply(command)
                    .forEach(this::publish);
        } catch (UnreadableMessageException e) {
            unreadable.add(e);
        }
    }
}
