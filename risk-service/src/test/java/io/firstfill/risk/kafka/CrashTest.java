package io.firstfill.risk.kafka;

import static io.firstfill.risk.Told.RUN;
import static io.firstfill.risk.Told.caps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topic;
import io.firstfill.contract.Topics;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.Told;
import io.firstfill.risk.book.BookWatch;
import io.firstfill.risk.book.RiskBook;
import io.firstfill.testkit.EmbeddedKafka;
import io.firstfill.testkit.KafkaResource;
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
 * SC-004 on a real broker: the topology dies after it has stored and said something but before that is committed, again and
 * again, while a trader spends permits and says everything twice.
 */
class CrashTest implements BookWatch {
    private static final int TRADES = 12;
    private static final int LISTINGS = 3;

    /** Decisions that said something after which the instance dies. */
    private static final Set<Integer> DEATHS = Set.of(2, 6, 11);

    /** Time for what was said to leave the process, as it may before a real death. */
    private static final Duration TO_THE_BROKER = Duration.ofMillis(200);

    private final EmbeddedKafka broker = KafkaResource.shared();
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
        try (Wire wire = new Wire(broker.bootstrapServers(), List.of(Topics.PERMITS))) {
            wire.say(Told.set(TradingState.ACTIVE));
            wire.say(Told.started(RUN, "10", caps(TRADES, "1000", LISTINGS)));

            boolean full = false;
            while (!full) {
                List<Message> heard = wire.hear();
                heard.forEach(message -> trade(wire, message));
                full = heard.stream().anyMatch(CrashTest::isHourFull);
                streams = alive(streams);
            }
        } finally {
            streams.close(Duration.ofSeconds(10));
        }

        assertThat(deaths).hasValue(DEATHS.size());
        assertThat(granted).doesNotHaveDuplicates();
        assertThat(written())
                .as("some were written before a death, and nobody saw them")
                .isGreaterThan(granted.size());
        assertThat(bought).isEqualTo(TRADES);
    }

    /** Every third permit comes back unused; the others buy. Everything is said twice. */
    private void trade(Wire wire, Message message) {
        if (message instanceof PermitGranted permit) {
            granted.add(permit.permitId());
            open++;
            assertThat(open).isLessThanOrEqualTo(LISTINGS);
            assertThat(bought + open).isLessThanOrEqualTo(TRADES);
            if (granted.size() % 3 == 0) {
                twice(wire, Told.returned(permit));
            } else {
                twice(wire, Told.submitted(permit));
                twice(wire, Told.filled(permit, Instant.now(), "10"));
                bought++;
            }
            open--;
        }
    }

    private static void twice(Wire wire, Message message) {
        wire.say(message);
        wire.say(message);
    }

    /** Grants on the topic, aborted ones too. */
    private long written() {
        try (Wire wire = Wire.hearingEverything(broker.bootstrapServers(), List.of(Topics.PERMITS))) {
            List<Message> all = new ArrayList<>();
            await().atMost(Duration.ofSeconds(10)).until(() -> {
                all.addAll(wire.hear());
                return all.stream().anyMatch(CrashTest::isHourFull);
            });
            return all.stream().filter(PermitGranted.class::isInstance).count();
        }
    }

    private static boolean isHourFull(Message message) {
        return message instanceof CapReached reached && reached.cap() == Cap.TRADES_PER_HOUR;
    }

    @Override
    public void kept(RiskBook book, List<Message> events, Instant now) {
        if (!events.isEmpty() && DEATHS.contains(decisions.incrementAndGet())) {
            deaths.incrementAndGet();
            LockSupport.parkNanos(TO_THE_BROKER.toNanos());
            throw new IllegalStateException("died before the commit");
        }
    }

    @Override
    public void handedOver(EnvironmentId environment) {}

    private KafkaStreams alive(KafkaStreams streams) {
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
        KafkaStreams streams = new KafkaStreams(Stack.topology(3, this).build(), settings);
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
