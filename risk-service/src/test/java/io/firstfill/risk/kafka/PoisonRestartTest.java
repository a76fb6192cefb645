package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.PAPER;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.risk.InputMessages;
import io.firstfill.testkit.KafkaResource;
import io.firstfill.testkit.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves on a real broker that one record on each input topic that cannot be read quarantines its environment over a
 * restart from the changelog, while another environment of the same partition gets permits all the time.
 */
class PoisonRestartTest {
    private static final List<String> INPUTS =
            List.of(Topics.COMMANDS, Topics.RUNS, Topics.ORDERS, Topics.CREDENTIALS, Topics.TRADING_STATE);
    private static final EnvironmentId LIVE = EnvironmentId.of("live");

    private final TestBroker broker = KafkaResource.shared();
    private final List<Message> read = new ArrayList<>();

    @TempDir
    Path state;

    @BeforeEach
    void createTopics() {
        broker.recreateTopics(Topics.all().stream()
                .map(topic -> new NewTopic(topic.name(), 1, (short) 1).configs(topic.config()))
                .toList());
        new TopicClient(broker.bootstrapServers(), INPUTS).close(); // waits until they exist for a consumer
    }

    @Test
    @Timeout(120)
    void theQuarantineIsRestoredFromTheChangelogAndTheOtherEnvironmentGoesOn() {
        KafkaStreams streams = start("first");
        try (TopicClient topics = new TopicClient(
                broker.bootstrapServers(), List.of(Topics.PERMITS, Topics.ALERTS, Topics.TRADING_STATE))) {
            until(topics, () -> of(TradingStateChanged.class, PAPER).size() == 1);
            topics.publish(InputMessages.started(RUN, "10", caps(9, "1000", 2)));
            until(topics, () -> of(PermitGranted.class, PAPER).size() == 2);

            INPUTS.forEach(topic -> topics.send(topic, TopicClient.POISON));
            until(topics, () -> of(AlertRaised.class, PAPER).size() == INPUTS.size());
            until(topics, () -> of(PermitRevoked.class, PAPER).size() == 2);
            of(PermitRevoked.class, PAPER).forEach(revoked -> topics.publish(InputMessages.returned(permit(revoked))));
            assertThat(streams.close(Duration.ofSeconds(20))).isTrue();

            streams = start("second");
            topics.publish(InputMessages.started(LIVE, RunId.derivedFrom("live"), "10", caps(9, "1000", 2)));
            until(topics, () -> of(PermitGranted.class, LIVE).size() == 2);
            assertThat(of(PermitGranted.class, PAPER))
                    .as("none since the quarantine")
                    .hasSize(2);

            places().forEach(place -> topics.publish(InputMessages.acknowledge(place)));
            until(topics, () -> of(PermitGranted.class, PAPER).size() == 4);
            assertThat(of(AlertCleared.class, PAPER))
                    .filteredOn(cleared -> cleared.kind() == AlertKind.RECORD_QUARANTINED)
                    .hasSize(INPUTS.size());
            assertThat(of(TradingStateChanged.class, PAPER)).hasSize(1);
            assertThat(streams.state()).isEqualTo(KafkaStreams.State.RUNNING);
        } finally {
            streams.close(Duration.ofSeconds(20));
        }
    }

    private void until(TopicClient topics, BooleanSupplier reached) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            read.addAll(topics.poll());
            return reached.getAsBoolean();
        });
    }

    private <T extends Message> List<T> of(Class<T> type, EnvironmentId environment) {
        return read.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(message -> message.environment().equals(environment))
                .toList();
    }

    private List<RecordPlace> places() {
        return of(AlertRaised.class, PAPER).stream()
                .map(alert -> RecordPlace.of(alert.subject().substring("risk ".length())))
                .distinct()
                .toList();
    }

    private static PermitGranted permit(PermitRevoked revoked) {
        return new PermitGranted(
                revoked.meta(),
                PAPER,
                revoked.runId(),
                revoked.permitId(),
                Amount.of("10"),
                revoked.meta().occurredAt());
    }

    /** Starts an instance with a directory of its own, so that its books come from the changelog alone. */
    private KafkaStreams start(String instance) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "application.id", "risk-poison-test",
                "bootstrap.servers", broker.bootstrapServers(),
                "processing.guarantee", "exactly_once_v2",
                "commit.interval.ms", "1",
                "producer.linger.ms", "0",
                "poll.ms", "20",
                "consumer.session.timeout.ms", "1500",
                "consumer.heartbeat.interval.ms", "300",
                "state.dir", state.resolve(instance).toString()));
        KafkaStreams streams = new KafkaStreams(
                TopologyFixture.topology(1, TopologyFixture.NO_LISTENER, Set.of(PAPER, LIVE), System::nanoTime)
                        .build(),
                settings);
        streams.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        streams.start();
        return streams;
    }
}
