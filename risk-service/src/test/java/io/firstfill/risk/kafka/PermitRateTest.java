package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.TradingState;
import io.firstfill.risk.InputMessages;
import io.firstfill.testkit.KafkaResource;
import io.firstfill.testkit.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.KafkaStreams;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Measures how many permits a second one environment is granted: a trader returns each permit at once. */
@Tag("benchmark")
class PermitRateTest {
    private static final Logger LOG = Logger.getLogger(PermitRateTest.class);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private final TestBroker broker = KafkaResource.shared();

    @TempDir
    Path state;

    @Test
    @Timeout(120)
    void permitsPerSecondOfOneEnvironment() {
        broker.recreateTopics(Topics.all().stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()))
                .toList());
        try (KafkaStreams streams = start();
                TopicClient topics = new TopicClient(broker.bootstrapServers(), List.of(Topics.PERMITS))) {
            topics.publish(InputMessages.set(TradingState.ACTIVE));
            topics.publish(InputMessages.started(RUN, "10", caps(1_000, "1000000", 1_000)));
            long warm = turn(topics, WARM_UP);

            long granted = turn(topics, MEASURED);

            LOG.infof(
                    "Permits granted to one environment: %d in %s, %d a second (warm-up %d), streams %s",
                    granted, MEASURED, granted / MEASURED.toSeconds(), warm, streams.state());
            assertThat(granted).isPositive();
        }
    }

    /** Returns every permit as soon as it is read; returns how many were read. */
    private static long turn(TopicClient topics, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        long granted = 0;
        while (System.nanoTime() < end) {
            for (Message message : topics.poll()) {
                if (message instanceof PermitGranted permit) {
                    granted++;
                    topics.publish(InputMessages.returned(permit));
                }
            }
        }
        return granted;
    }

    private KafkaStreams start() {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "application.id", "risk-permit-rate",
                "bootstrap.servers", broker.bootstrapServers(),
                "processing.guarantee", "exactly_once_v2",
                "commit.interval.ms", "1",
                "producer.linger.ms", "0",
                "poll.ms", "20",
                "state.dir", state.toString()));
        KafkaStreams streams = new KafkaStreams(
                TopologyFixture.topology(3, TopologyFixture.NO_LISTENER).build(), settings);
        streams.start();
        return streams;
    }
}
