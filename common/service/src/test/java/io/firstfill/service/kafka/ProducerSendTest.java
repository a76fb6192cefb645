package io.firstfill.service.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstfill.testkit.EmbeddedKafka;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.impl.ReactiveKafkaProducer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A send never blocks its caller, and its result completes later on the context of the caller. */
class ProducerSendTest {
    private static final String TOPIC = "orders.v1";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration LIMIT = Duration.ofSeconds(4);

    @TempDir
    private Path data;

    private EmbeddedKafka broker;
    private ReactiveKafkaProducer<String, byte[]> producer;

    @BeforeEach
    void open() {
        broker = EmbeddedKafka.keptIn(data).start();
        broker.createTopic(TOPIC, 1);
        producer = new ReactiveKafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "client.id",
                        "producer-send",
                        "key.serializer",
                        StringSerializer.class.getName(),
                        "value.serializer",
                        ByteArraySerializer.class.getName(),
                        "linger.ms",
                        0,
                        "delivery.timeout.ms",
                        (int) LIMIT.toMillis(),
                        "request.timeout.ms",
                        1_000,
                        "max.block.ms",
                        (int) LONG.toMillis()),
                "outbox",
                100,
                false,
                null,
                null,
                null,
                (created, settings) -> {});
    }

    @AfterEach
    void close() {
        producer.close();
        broker.close();
    }

    /** The first records are sent while the client has no metadata of the topic. */
    @Test
    void recordsLeaveInTheOrderOfTheCalls() {
        List<String> numbers =
                IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();

        List<Uni<Void>> sent = numbers.stream().map(this::send).toList();

        Uni.join().all(sent).andFailFast().await().atMost(SOON);
        assertThat(valuesOnTheTopic(numbers.size())).isEqualTo(numbers);
    }

    @Test
    void recordsThatAreSentTogetherLeaveInTheirOrderAndAreAllAcknowledged() {
        List<String> numbers =
                IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();

        sendAll(numbers).await().atMost(SOON);

        assertThat(valuesOnTheTopic(numbers.size())).isEqualTo(numbers);
    }

    @Test
    void aRecordAmongOthersThatIsTooLargeFailsTheirResult() {
        assertThatThrownBy(() -> sendAll(List.of("before", "x".repeat(2_000_000), "after"))
                        .await()
                        .atMost(SOON))
                .isInstanceOf(RecordTooLargeException.class);
    }

    private Uni<Void> sendAll(List<String> values) {
        return ProducerSend.ofAll(
                producer,
                values.stream()
                        .map(value -> new ProducerRecord<>(TOPIC, "paper", value.getBytes(UTF_8)))
                        .toList(),
                LIMIT);
    }

    /** A producer that has lost all brokers may drop its metadata, and then blocks until a broker sends them again. */
    @Test
    void anUnavailableBrokerBlocksNoCallerAndNoRecordLeavesLate() {
        send("before").await().atMost(SOON);
        broker.close();

        assertThatThrownBy(() -> send("lost").await().atMost(LONG)).isNotNull();

        long begun = System.nanoTime();
        Uni<Void> sentFirst = send("begun");
        Uni<Void> queued = send("queued");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONG.dividedBy(2));
        assertThatThrownBy(() -> sentFirst.await().atMost(LONG)).isNotNull();
        assertThatThrownBy(() -> queued.await().atMost(LONG)).isNotNull();

        broker.start();
        await().atMost(LONG.multipliedBy(2)).until(() -> isAcknowledged("after"));
        assertThat(valuesOnTheTopic(10)).startsWith("before").endsWith("after").doesNotContain("queued");
    }

    private boolean isAcknowledged(String value) {
        try {
            send(value).await().atMost(SOON);
            return true;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    @Test
    void theResultCompletesOnTheCallersContext() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            CompletableFuture<@Nullable Context> completedOn = new CompletableFuture<>();
            Context context = vertx.getOrCreateContext();
            context.runOnContext(go -> send("one")
                    .subscribe()
                    .with(done -> completedOn.complete(Vertx.currentContext()), completedOn::completeExceptionally));

            assertThat(completedOn.get(SOON.toSeconds(), TimeUnit.SECONDS)).isSameAs(context);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void aRecordTheProducerRefusesFailsTheResultAndNotTheCaller() {
        Uni<Void> tooLarge = send("x".repeat(2_000_000));
        assertThatThrownBy(() -> tooLarge.await().atMost(SOON)).isInstanceOf(RecordTooLargeException.class);

        producer.unwrap().close();
        Uni<Void> closed = send("late");
        assertThatThrownBy(() -> closed.await().atMost(SOON)).isInstanceOf(IllegalStateException.class);
    }

    private List<String> valuesOnTheTopic(int count) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.poll.records", 2 * count),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(SOON).records(partition).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }

    private Uni<Void> send(String value) {
        return ProducerSend.of(producer, new ProducerRecord<>(TOPIC, "paper", value.getBytes(UTF_8)), LIMIT);
    }
}
