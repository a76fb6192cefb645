package io.firstfill.local.halt;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.TradingState;
import io.firstfill.testkit.EmbeddedKafka;
import io.firstfill.testkit.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves that a halt reaches the topic of commands with Kafka alone, and says no more than is certain. */
class HaltingTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Actor ALICE = Actor.of("deploy:alice");
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");

    private static final EmbeddedKafka KAFKA = EmbeddedKafka.temporary();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final KafkaProducer<String, byte[]> risk = new KafkaProducer<>(
            Map.of("bootstrap.servers", KAFKA.bootstrapServers()), new StringSerializer(), new ByteArraySerializer());

    @BeforeAll
    static void startKafka() {
        KAFKA.start();
    }

    @AfterAll
    static void closeKafka() {
        KAFKA.close();
    }

    @BeforeEach
    void riskHasOpenedTwoEnvironments() throws Exception {
        KAFKA.recreateTopics(
                List.of(new NewTopic(Topics.COMMANDS, 3, (short) 1), new NewTopic(Topics.TRADING_STATE, 3, (short) 1)));
        state(PAPER, new MessageId(UUID.randomUUID()), TradingState.ACTIVE);
        state(EnvironmentId.of("second"), new MessageId(UUID.randomUUID()), TradingState.ACTIVE);
        send("paper", "no trading state".getBytes(StandardCharsets.UTF_8));
        send("No environment", "no trading state".getBytes(StandardCharsets.UTF_8));
        send("later", "{\"type\":\"TradingStateChanged\"}".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        risk.close();
    }

    @Test
    void aHaltIsWrittenUnderTheEnvironmentAndConfirmedByTheAnswerToIt() throws Exception {
        Thread answering = Thread.ofVirtual().start(() -> {
            MessageId command = new MessageId(UUID.fromString(command()));
            state(PAPER, new MessageId(UUID.randomUUID()), TradingState.ACTIVE);
            state(PAPER, command, TradingState.HALTED);
        });

        HaltOutcome outcome = halt("paper", "fat finger");

        answering.join();
        assertThat(outcome).isEqualTo(HaltOutcome.CONFIRMED);
        assertThat(text(out)).contains("by deploy:alice", "Risk has confirmed: paper is HALTED");
        ConsumerRecord<String, byte[]> record = commands().getFirst();
        assertThat(record.key()).isEqualTo("paper");
        assertThat(new String(record.value(), StandardCharsets.UTF_8))
                .contains(
                        "\"type\":\"SetTradingState\"",
                        "\"issuedBy\":\"deploy:alice\"",
                        "\"state\":\"HALTED\"",
                        "\"reason\":\"fat finger\"",
                        "\"occurredAt\":\"2026-01-01T00:00:00Z\"");
    }

    @Test
    void withoutRiskTheHaltIsWrittenAndNotCalledConfirmed() throws Exception {
        HaltOutcome outcome = halt("paper", "risk is away");

        assertThat(outcome).isEqualTo(HaltOutcome.UNCONFIRMED);
        assertThat(commands()).hasSize(1);
        assertThat(text(out))
                .contains("not confirmed", "The trader obeys the command")
                .doesNotContain("has confirmed");
    }

    @Test
    void anEnvironmentWhoseStateThisVersionCannotReadIsHalted() throws Exception {
        HaltOutcome outcome = halt("later", "written by a later version");

        assertThat(outcome).isEqualTo(HaltOutcome.UNCONFIRMED);
        assertThat(commands()).hasSize(1);
    }

    @Test
    void anUnknownEnvironmentIsRefusedByNameAndNothingIsWritten() throws Exception {
        HaltOutcome outcome = halt("elsewhere", "typing error");

        assertThat(outcome).isEqualTo(HaltOutcome.REFUSED);
        assertThat(text(err)).contains("no environment elsewhere", "later, paper, second", "Nothing was written");
        assertThat(commands()).isEmpty();
    }

    @Test
    void withoutKafkaNothingIsWrittenAndItSaysSo() throws Exception {
        HaltOptions options = new HaltOptions(PAPER, "no broker", "127.0.0.1:" + FreePort.next(), Map.of());

        assertThat(halting().halt(options, ALICE)).isEqualTo(HaltOutcome.NOT_WRITTEN);
        assertThat(text(err)).contains("does not answer", "Nothing was written");
    }

    private HaltOutcome halt(String environment, String reason) throws InterruptedException {
        return halting()
                .halt(
                        new HaltOptions(EnvironmentId.of(environment), reason, KAFKA.bootstrapServers(), Map.of()),
                        ALICE);
    }

    private Halting halting() {
        return new Halting(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ofSeconds(2));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    /** Waits for the command and returns the id of it. */
    private String command() {
        List<ConsumerRecord<String, byte[]>> records = List.of();
        while (records.isEmpty()) {
            records = commands();
        }
        String json = new String(records.getFirst().value(), StandardCharsets.UTF_8);
        return json.replaceAll("(?s).*?\"id\":\"([^\"]*)\".*", "$1");
    }

    private void state(EnvironmentId environment, MessageId cause, TradingState state) {
        Meta meta = Meta.first(cause, NOW).next(new MessageId(UUID.randomUUID()), NOW);
        String json = """
                {"type":"TradingStateChanged",
                "meta":{"id":"%s","occurredAt":"%s","correlationId":"%s","causationId":"%s"},
                "environment":"%s","state":"%s","reason":"test","changedBy":"test","aFieldOfTheFuture":1}""".formatted(
                meta.id().value(), NOW, meta.correlationId().value(), cause.value(), environment.value(), state);
        send(environment.value(), json.getBytes(StandardCharsets.UTF_8));
    }

    private void send(String key, byte[] value) {
        var _ = risk.send(new ProducerRecord<>(Topics.TRADING_STATE, key, value));
        risk.flush();
    }

    /** Everything on the topic of commands. */
    private List<ConsumerRecord<String, byte[]>> commands() {
        List<TopicPartition> partitions = List.of(
                new TopicPartition(Topics.COMMANDS, 0),
                new TopicPartition(Topics.COMMANDS, 1),
                new TopicPartition(Topics.COMMANDS, 2));
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", KAFKA.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }
}
