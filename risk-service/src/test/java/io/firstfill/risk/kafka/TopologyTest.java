package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.PAPER;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.permit.PermitEvent;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Proves that the topology reads every input topic and publishes each event to its family's topic, keyed by
 * environment.
 */
class TopologyTest {
    private static final MessageCodec CODEC = MessageCodec.standard();

    private TopologyTestDriver driver = driver();

    private static TopologyTestDriver driver() {
        return new TopologyTestDriver(
                TopologyFixture.topology(1, TopologyFixture.NO_LISTENER).build(), new Properties());
    }

    @BeforeEach
    void open() {
        driver.close();
        driver = driver();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    /** Without one of its topics the topology would end at its start. */
    @Test
    void theServiceWaitsForEveryTopicThatItReads() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src", "main", "resources", "application.properties"))) {
            settings.load(file);
        }
        List<String> awaited =
                List.of(settings.getProperty("quarkus.kafka-streams.topics", "").split(",", -1));

        assertThat(awaited)
                .containsAll(
                        TopologyFixture.topology(1, TopologyFixture.NO_LISTENER)
                                .build()
                                .describe()
                                .subtopologies()
                                .stream()
                                .flatMap(part -> part.nodes().stream())
                                .filter(TopologyDescription.Source.class::isInstance)
                                .flatMap(source -> ((TopologyDescription.Source) source).topicSet().stream())
                                .toList());
    }

    @Test
    void aNewEnvironmentIsActiveAfterASecondWithoutRecords() throws UnreadableMessageException {
        advancePastIdleSecond();

        assertThat(read(Topics.TRADING_STATE)).singleElement().satisfies(message -> {
            TradingStateChanged changed = (TradingStateChanged) message;
            assertThat(changed.state()).isEqualTo(TradingState.ACTIVE);
            assertThat(changed.changedBy().value()).isEqualTo("system:risk-service");
        });
    }

    @Test
    void aTradingStatePublishedBeforeTheBooksWereLostStillHolds() throws UnreadableMessageException {
        publish(new TradingStateChanged(
                InputMessages.stop(RUN).meta(),
                PAPER,
                TradingState.HALTED,
                "flash crash",
                InputMessages.stop(RUN).issuedBy()));

        advancePastIdleSecond();
        publish(InputMessages.started(RUN, "10", caps(9, "1000", 9)));

        assertThat(read(Topics.TRADING_STATE)).isEmpty();
        assertThat(read(Topics.PERMITS)).isEmpty();
    }

    @Test
    void aRunGetsPermitsAndAHaltRevokesThem() throws UnreadableMessageException {
        advancePastIdleSecond();

        publish(InputMessages.started(RUN, "10", caps(9, "1000", 2)));
        List<Message> started = read(Topics.PERMITS);
        publish(InputMessages.set(TradingState.HALTED));
        List<Message> halted = read(Topics.PERMITS);

        assertThat(started).hasSize(2).allSatisfy(event -> assertThat(event).isInstanceOf(PermitGranted.class));
        assertThat(halted).hasSize(2).allSatisfy(event -> assertThat(event).isInstanceOf(PermitRevoked.class));
        assertThat(halted).extracting(event -> ((PermitEvent) event).runId()).containsOnly(RUN);
    }

    @Test
    void aCapThatBlocksRaisesAnAlert() throws UnreadableMessageException {
        advancePastIdleSecond();

        publish(InputMessages.started(RUN, "10", caps(9, "5", 2)));

        assertThat(read(Topics.ALERTS)).hasSize(1);
    }

    @Test
    void aCapThatBlocksForDaysIsRestatedOnceADay() throws UnreadableMessageException {
        advancePastIdleSecond();
        publish(InputMessages.started(RUN, "10", caps(9, "5", 2)));

        for (int hour = 0; hour < 10 * 24; hour++) {
            driver.advanceWallClockTime(Duration.ofHours(1));
        }

        List<Message> alerts = read(Topics.ALERTS);
        assertThat(alerts)
                .hasSizeBetween(10, 11)
                .allSatisfy(alert -> assertThat(alert)
                        .isInstanceOf(AlertRaised.class)
                        .extracting(raised -> ((AlertRaised) raised).subject())
                        .isEqualTo(Cap.SPEND.name()));
        assertThat(alerts).extracting(alert -> alert.meta().id()).doesNotHaveDuplicates();
        assertThat(alerts.stream().skip(1))
                .as("a restatement names the raise as its cause, so that nobody counts it as another alert")
                .extracting(alert -> alert.meta().causationId())
                .containsOnly(alerts.getFirst().meta().id());
    }

    private void advancePastIdleSecond() {
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    private void publish(Message message) {
        pipe(Family.of(message).topic(), message.environment().value(), CODEC.write(message));
    }

    private void pipe(String topic, String key, byte[] value) {
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    private List<Message> read(String topic) throws UnreadableMessageException {
        List<Message> messages = new ArrayList<>();
        for (byte[] value : driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readValuesToList()) {
            messages.add(CODEC.read(topic, value));
        }
        return messages;
    }
}
