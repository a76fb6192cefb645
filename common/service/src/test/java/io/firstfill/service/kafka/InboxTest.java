package io.firstfill.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.contract.value.TradingState;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.testkit.KafkaResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The past is complete before the first live message, and no record between the two is lost. */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs =
                @ResourceArg(
                        name = KafkaResource.TOPICS,
                        value = "commands.v1:3, trading-state.v1:3:cleanup.policy=compact, listings.v1:3, alerts.v1:3,"
                                + " dead-letters.v1:3"))
@WithTestResource(PastRecords.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InboxTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final MessageCodec CODEC = MessageCodec.standard();

    @Inject
    RecordingHandler handler;

    @Inject
    Outbox outbox;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @Test
    @Order(1)
    void thePastIsReplayedInOrderOfTimeWithinItsLookbackBeforeAnyLiveMessage() {
        await().atMost(Duration.ofSeconds(20)).until(() -> handler.calls().contains("opened"));

        outbox.publish(halt("fourth")).await().atMost(Duration.ofSeconds(5));

        await().atMost(Duration.ofSeconds(10)).until(() -> handler.calls().size() >= 5);
        assertThat(handler.calls())
                .containsExactly("replayed first", "replayed second", "replayed third", "opened", "received fourth");
    }

    @Test
    @Order(2)
    void anUnreadableListingGoesToTheDeadLettersWithAnAlertAndTheNextMessageStillArrives() {
        try (var producer = producer(broker)) {
            sendBroken(producer, Topics.LISTINGS);
        }
        outbox.publish(halt("after")).await().atMost(Duration.ofSeconds(5));

        await().atMost(Duration.ofSeconds(10)).until(() -> handler.calls().contains("received after"));
        assertThat(read(Topics.DEAD_LETTERS)).containsExactly("{not json");
        assertThat(read(Topics.ALERTS)).last().asString().contains("UNREADABLE_MESSAGE");
    }

    @Test
    @Order(2)
    void aCommandThatCannotBeProcessedIsReportedAndTheNextMessageStillArrives() {
        try (var producer = producer(broker)) {
            sendBroken(producer, Topics.COMMANDS);
            send(producer, Topics.COMMANDS, Instant.now(), halt("poison"));
            send(producer, "live", Topics.COMMANDS, Instant.now(), halt("of another environment"));
            awaitSent(producer.send(new ProducerRecord<>(Topics.COMMANDS, "paper", null)));
            awaitSent(producer.send(new ProducerRecord<>(Topics.COMMANDS, "paper", bytes("null"))));
            awaitSent(producer.send(new ProducerRecord<>(Topics.COMMANDS, "no environment!", bytes("{}"))));
        }
        outbox.publish(halt("after poison")).await().atMost(Duration.ofSeconds(5));

        await().atMost(Duration.ofSeconds(10)).until(() -> handler.calls().contains("received after poison"));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(handler.calls())
                        .filteredOn(call -> call.startsWith("unprocessable"))
                        .containsExactlyInAnyOrder(
                                "unprocessable commands.v1 of paper",
                                "unprocessable commands.v1 of paper",
                                "unprocessable commands.v1 of paper",
                                "unprocessable commands.v1 of live",
                                "unprocessable commands.v1 of null"));
    }

    @Test
    @Order(3)
    void aReplayOnlyTopicIsNotFollowed() {
        outbox.publish(alert("own")).await().atMost(Duration.ofSeconds(5));
        for (int i = 0; i < 3; i++) {
            String next = "later " + i;
            outbox.publish(halt(next)).await().atMost(Duration.ofSeconds(5));
            await().atMost(Duration.ofSeconds(10)).until(() -> handler.calls().contains("received " + next));
        }

        assertThat(handler.calls()).doesNotContain("received own");
    }

    private List<String> read(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<String>();
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> found.add(new String(record.value(), StandardCharsets.UTF_8)));
                return !found.isEmpty();
            });
            return found;
        }
    }

    static String label(Message message) {
        return switch (message) {
            case SetTradingState command -> command.reason();
            case TradingStateChanged event -> event.reason();
            case AlertRaised alert -> alert.subject();
            default -> message.type();
        };
    }

    static SetTradingState halt(String label) {
        Meta meta = Meta.first(MessageId.derivedFrom(label), Instant.EPOCH);
        return new SetTradingState(meta, PAPER, Actor.of("risk"), TradingState.HALTED, label);
    }

    static TradingStateChanged state(String label) {
        Meta meta = Meta.first(MessageId.derivedFrom(label), Instant.EPOCH);
        return new TradingStateChanged(meta, PAPER, TradingState.ACTIVE, label, Actor.of("risk"));
    }

    static AlertRaised alert(String label) {
        Meta meta = Meta.first(MessageId.derivedFrom(label), Instant.EPOCH);
        return new AlertRaised(meta, PAPER, AlertKind.THROTTLED, label, Severity.WARNING, "made up", null);
    }

    static KafkaProducer<String, byte[]> producer(String broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new ByteArraySerializer());
    }

    static void send(KafkaProducer<String, byte[]> producer, String topic, Instant at, Message message) {
        send(producer, "paper", topic, at, message);
    }

    static void send(KafkaProducer<String, byte[]> producer, String key, String topic, Instant at, Message message) {
        awaitSent(producer.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), key, CODEC.write(message))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void sendBroken(KafkaProducer<String, byte[]> producer, String topic) {
        byte[] broken = bytes("{not json");
        awaitSent(producer.send(new ProducerRecord<>(topic, "paper", broken)));
    }

    private static void awaitSent(Future<?> sent) {
        try {
            sent.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker did not acknowledge the record", e);
        }
    }

    /** Leaves transaction markers at the end of the partition, which no consumer receives as records. */
    static void sendInAbortedTransaction(String broker, Message message) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker, "transactional.id", "aborting");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, Topics.COMMANDS, Instant.now(), message);
            producer.abortTransaction();
        }
    }
}
