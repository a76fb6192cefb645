package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topic;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import io.firstfill.risk.book.BookListener;
import io.firstfill.risk.book.RiskBook;
import io.firstfill.testkit.KafkaResource;
import io.firstfill.testkit.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves SC-004 on a real broker: the topology dies repeatedly after it has stored a book and forwarded events and
 * before their commit, while a trader spends permits and publishes every message twice.
 */
class CrashTest implements BookListener {
    private static final int TRADES = 12;
    private static final int LISTINGS = 3;

    /** Numbers of the decisions with events after which the instance dies. */
    private static final Set<Integer> DEATHS = Set.of(2, 6, 11);

    /** Time for the events to leave the process before the death, as may happen before a real one. */
    private static final Duration TO_THE_BROKER = Duration.ofMillis(200);

    private final TestBroker broker = KafkaResource.shared();
    private final AtomicInteger decisions = new AtomicInteger();
    private final AtomicInteger deaths = new AtomicInteger();
    private final List<PermitId> granted = new ArrayList<>();
    private int open;
    private int bought;

    @TempDir
    Path state;

    @Test
    @Timeout(90)
    void noPermitIsGrantedTwiceAndCapsHoldThroughCrashes() {
        createTopics();
        KafkaStreams streams = start();
        try (TopicClient topics = new TopicClient(broker.bootstrapServers(), List.of(Topics.PERMITS))) {
            topics.publish(InputMessages.set(TradingState.ACTIVE));
            topics.publish(InputMessages.started(RUN, "10", caps(TRADES, "1000", LISTINGS)));

            boolean full = false;
            while (!full) {
                List<Message> messages = topics.poll();
                messages.forEach(message -> trade(topics, message));
                full = messages.stream().anyMatch(CrashTest::isHourFull);
                streams = restartIfDead(streams);
            }
        } finally {
            streams.close(Duration.ofSeconds(10));
        }

        assertThat(deaths).hasValue(DEATHS.size());
        assertThat(granted).doesNotHaveDuplicates();
        assertThat(written())
                .as("grants of aborted transactions, which no consumer read")
                .isGreaterThan(granted.size());
        assertThat(bought).isEqualTo(TRADES);
    }

    /** Returns every third permit unused and buys with the others. Publishes every message twice. */
    private void trade(TopicClient topics, Message message) {
        if (message instanceof PermitGranted permit) {
            granted.add(permit.permitId());
            open++;
            assertThat(open).isLessThanOrEqualTo(LISTINGS);
            assertThat(bought + open).isLessThanOrEqualTo(TRADES);
            if (granted.size() % 3 == 0) {
                publishTwice(topics, InputMessages.returned(permit));
            } else {
                publishTwice(topics, InputMessages.submitted(permit));
                publishTwice(topics, InputMessages.filled(permit, Instant.now(), "10"));
                bought++;
            }
            open--;
        }
    }

    private static void publishTwice(TopicClient topics, Message message) {
        topics.publish(message);
        topics.publish(message);
    }

    /** Returns the number of grants on the topic, those of aborted transactions included. */
    private long written() {
        try (TopicClient topics = TopicClient.readingUncommitted(broker.bootstrapServers(), List.of(Topics.PERMITS))) {
            List<Message> all = new ArrayList<>();
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                all.addAll(topics.poll());
                return all.stream().anyMatch(CrashTest::isHourFull);
            });
            return all.stream().filter(PermitGranted.class::isInstance).count();
        }
    }

    private static boolean isHourFull(Message message) {
        return message instanceof CapReached reached && reached.cap() == Cap.TRADES_PER_HOUR;
    }

    @Override
    public void stored(RiskBook book, List<Message> events) {
        if (!events.isEmpty() && DEATHS.contains(decisions.incrementAndGet())) {
            deaths.incrementAndGet();
            LockSupport.parkNanos(TO_THE_BROKER.toNanos());
            throw new IllegalStateException("died before the commit");
        }
    }

    @Override
    public void revoked(EnvironmentId environment) {}

    private KafkaStreams restartIfDead(KafkaStreams streams) {
        if (streams.state() != KafkaStreams.State.ERROR) {
            return streams;
        }
        streams.close(Duration.ofSeconds(10));
        return start();
    }

    private KafkaStreams start() {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "application.id", "risk-crash-test",
                "bootstrap.servers", broker.bootstrapServers(),
                "processing.guarantee", "exactly_once_v2",
                "commit.interval.ms", "1",
                "producer.linger.ms", "0",
                "poll.ms", "20",
                "consumer.session.timeout.ms", "1500",
                "consumer.heartbeat.interval.ms", "300",
                "state.dir", state.toString()));
        KafkaStreams streams =
                new KafkaStreams(TopologyFixture.topology(3, this).build(), settings);
        streams.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        streams.start();
        return streams;
    }

    private void createTopics() {
        broker.recreateTopics(Topics.all().stream().map(CrashTest::topic).toList());
    }

    private static NewTopic topic(Topic topic) {
        return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config());
    }
}
