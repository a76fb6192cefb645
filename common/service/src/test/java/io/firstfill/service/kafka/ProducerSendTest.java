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

/** Whoever hands a record over never waits: what becomes of it is told later, where the caller is at home. */
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
                        "handover",
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

    /** The first ones while the topic is not known yet. */
    @Test
    void recordsLeaveInTheOrderInWhichTheyWereHandedOver() {
        List<String> numbers =
                IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();

        List<Uni<Void>> sent = numbers.stream().map(this::handedOver).toList();

        Uni.join().all(sent).andFailFast().await().atMost(SOON);
        assertThat(valuesOnTheTopic(numbers.size())).isEqualTo(numbers);
    }

    /** A producer that has lost all brokers may forget its topics too, and then waits for a broker that tells them anew. */
    @Test
    void aBrokerThatIsAwayHoldsUpNobodyAndNothingLeavesLate() {
        handedOver("before").await().atMost(SOON);
        broker.close();

        assertThatThrownBy(() -> handedOver("lost").await().atMost(LONG)).isNotNull();

        long begun = System.nanoTime();
        Uni<Void> sentAtOnce = handedOver("begun");
        Uni<Void> waiting = handedOver("waiting for its turn");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONG.dividedBy(2));
        assertThatThrownBy(() -> sentAtOnce.await().atMost(LONG)).isNotNull();
        assertThatThrownBy(() -> waiting.await().atMost(LONG)).isNotNull();

        broker.start();
        await().atMost(LONG.multipliedBy(2)).until(() -> isTaken("after"));
        assertThat(valuesOnTheTopic(10)).startsWith("before").endsWith("after").doesNotContain("waiting for its turn");
    }

    private boolean isTaken(String value) {
        try {
            handedOver(value).await().atMost(SOON);
            return true;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    @Test
    void theOutcomeIsToldOnTheCallersContext() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            CompletableFuture<@Nullable Context> told = new CompletableFuture<>();
            Context context = vertx.getOrCreateContext();
            context.runOnContext(go -> handedOver("one")
                    .subscribe()
                    .with(done -> told.complete(Vertx.currentContext()), told::completeExceptionally));

            assertThat(told.get(SOON.toSeconds(), TimeUnit.SECONDS)).isSameAs(context);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    @Test
    void aRecordTheProducerRefusesFailsTheOutcomeAndNotTheCaller() {
        Uni<Void> tooLarge = handedOver("x".repeat(2_000_000));
        assertThatThrownBy(() -> tooLarge.await().atMost(SOON)).isInstanceOf(RecordTooLargeException.class);

        producer.unwrap().close();
        Uni<Void> closed = handedOver("late");
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

    private Uni<Void> handedOver(String value) {
        return ProducerSend.of(producer, new ProducerRecord<>(TOPIC, "paper", value.getBytes(UTF_8)), LIMIT);
    }
}
