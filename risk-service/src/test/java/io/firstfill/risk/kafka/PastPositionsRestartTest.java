package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.PAPER;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.CapMessages;
import io.firstfill.risk.InputMessages;
import io.firstfill.testkit.KafkaResource;
import io.firstfill.testkit.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Proves on a real broker that an instance which finds a book without its past completes the book, and publishes what
 * follows, after its start. Nothing can be forwarded while a processor is initialised.
 */
class PastPositionsRestartTest {
    private final TestBroker broker = KafkaResource.shared();
    private final List<Message> read = new ArrayList<>();

    @TempDir
    Path state;

    @BeforeEach
    void createTopics() {
        broker.recreateTopics(Topics.all().stream()
                .map(topic -> new NewTopic(topic.name(), 1, (short) 1).configs(topic.config()))
                .toList());
        new TopicClient(broker.bootstrapServers(), List.of(Topics.COMMANDS, Topics.RUNS, Topics.ORDERS)).close();
    }

    @Test
    @Timeout(120)
    void aBookThatIsFoundWithoutItsPastIsCompletedAndTakesBackWhatHasNoRoom() {
        KafkaStreams streams = start("first", Optional.empty());
        try (TopicClient topics = new TopicClient(
                broker.bootstrapServers(), List.of(Topics.PERMITS, Topics.RUNS, Topics.TRADING_STATE))) {
            until(topics, () -> of(TradingStateChanged.class).size() == 1);
            topics.publish(CapMessages.guardrails(0, CapMessages.only(Cap.OPEN_POSITIONS, "2")));
            until(topics, () -> of(GuardrailsChanged.class).size() == 1);
            topics.publish(InputMessages.started(RUN, "10", caps(9, "1000", 9)));
            until(topics, () -> of(PermitGranted.class).size() == 2);
            assertThat(streams.close(Duration.ofSeconds(20))).isTrue();

            streams = start("second", Optional.of(List.of(PastPositionsTest.opened(PAPER, "ONE/USDT"))));

            until(topics, () -> of(PermitRevoked.class).size() == 1);
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

    private <T extends Message> List<T> of(Class<T> type) {
        return read.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * Starts an instance with a directory of its own, so that its books come from the changelog alone.
     *
     * @param past what the instance reads of the orders from before its books; empty where it cannot
     */
    private KafkaStreams start(String instance, Optional<List<OrderEvent>> past) {
        RiskTopology any = TopologyFixture.topology(1, TopologyFixture.NO_LISTENER, Set.of(PAPER), System::nanoTime);
        RiskTopology topology = new RiskTopology(
                any.engine(),
                any.codec(),
                any.format(),
                any.listener(),
                any.environments(),
                any.partitions(),
                any.nanoTime(),
                partition -> past);
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "application.id", "risk-past-test",
                "bootstrap.servers", broker.bootstrapServers(),
                "processing.guarantee", "exactly_once_v2",
                "commit.interval.ms", "1",
                "producer.linger.ms", "0",
                "poll.ms", "20",
                "consumer.session.timeout.ms", "1500",
                "consumer.heartbeat.interval.ms", "300",
                "state.dir", state.resolve(instance).toString()));
        KafkaStreams streams = new KafkaStreams(topology.build(), settings);
        streams.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        streams.start();
        return streams;
    }
}
