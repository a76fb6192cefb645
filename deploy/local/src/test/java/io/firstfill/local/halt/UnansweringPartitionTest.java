package io.firstfill.local.halt;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Actor;
import io.firstfill.testkit.FreePort;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves that a halt waits for no unanswering partition, and is refused only where the name is certainly wrong. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class UnansweringPartitionTest {
    private static final int PARTITIONS = 3;
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Duration CHECK = Duration.ofMillis(600);

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** The ways in which a partition does not answer. */
    enum Silence {
        /** Its end is known, and its records do not come. */
        NO_RECORDS,
        /** It has no leader that could say anything. */
        NO_LEADER
    }

    @ParameterizedTest
    @EnumSource(Silence.class)
    void theEnvironmentsOfTheOtherPartitionsAreKnownInTime(Silence silence) {
        int unanswering = (partition("paper") + 1) % PARTITIONS;

        TradingStateReader.Known known = new TradingStateReader(new States(unanswering, silence)).environments(CHECK);

        assertThat(known.names()).containsExactly("paper");
        assertThat(known.unread()).containsExactly(unanswering);
    }

    @ParameterizedTest
    @EnumSource(Silence.class)
    void anEnvironmentOfThePartitionIsHaltedUnchecked(Silence silence) throws Exception {
        HaltOutcome outcome = halt(PAPER, new States(partition("paper"), silence));

        assertThat(outcome).as("there is no Kafka to write to").isEqualTo(HaltOutcome.NOT_WRITTEN);
        assertThat(text()).contains("the partition of paper", "the name is not checked", "did not confirm the command");
    }

    @ParameterizedTest
    @EnumSource(Silence.class)
    void anUnknownEnvironmentOfAnotherPartitionIsRefused(Silence silence) throws Exception {
        int unanswering = (partition("paper") + 1) % PARTITIONS;
        EnvironmentId unknown = nameOn(partition("paper"));

        HaltOutcome outcome = halt(unknown, new States(unanswering, silence));

        assertThat(outcome).isEqualTo(HaltOutcome.REFUSED);
        assertThat(text()).contains("no environment " + unknown, "Nothing was written");
    }

    @Test
    void anUnknownEnvironmentOfThePartitionIsHaltedUnchecked() throws Exception {
        int unanswering = (partition("paper") + 1) % PARTITIONS;

        HaltOutcome outcome = halt(nameOn(unanswering), new States(unanswering, Silence.NO_RECORDS));

        assertThat(outcome).as("there is no Kafka to write to").isEqualTo(HaltOutcome.NOT_WRITTEN);
        assertThat(text()).contains("the name is not checked");
    }

    private HaltOutcome halt(EnvironmentId environment, States states) throws InterruptedException {
        HaltOptions options = new HaltOptions(environment, "test", "127.0.0.1:" + FreePort.next(), Map.of());
        Halting halting = new Halting(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
                Duration.ofMillis(100));
        return halting.halt(options, Actor.of("deploy:alice"), new TradingStateReader(states), CHECK);
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static EnvironmentId nameOn(int partition) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> "other-" + number)
                .filter(name -> partition(name) == partition)
                .map(EnvironmentId::of)
                .findFirst()
                .orElseThrow();
    }

    private static int partition(String environment) {
        return Utils.toPositive(Utils.murmur2(environment.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    /** The topic with the state of one environment, of which one partition does not answer. */
    private static final class States extends MockConsumer<String, byte[]> {
        private final TopicPartition unanswering;
        private final Silence silence;

        States(int unanswering, Silence silence) {
            super("earliest");
            this.unanswering = new TopicPartition(Topics.TRADING_STATE, unanswering);
            this.silence = silence;
            Node[] none = new Node[0];
            updatePartitions(
                    Topics.TRADING_STATE,
                    IntStream.range(0, PARTITIONS)
                            .mapToObj(each -> new PartitionInfo(Topics.TRADING_STATE, each, Node.noNode(), none, none))
                            .toList());
            for (int each = 0; each < PARTITIONS; each++) {
                TopicPartition partition = new TopicPartition(Topics.TRADING_STATE, each);
                updateBeginningOffsets(Map.of(partition, 0L));
                updateEndOffsets(Map.of(partition, each == unanswering ? 5L : 1L));
            }
        }

        @Override
        public synchronized void seekToBeginning(Collection<TopicPartition> partitions) {
            super.seekToBeginning(partitions);
            partitions.stream()
                    .filter(partition -> !partition.equals(unanswering))
                    .forEach(partition -> addRecord(new ConsumerRecord<>(
                            partition.topic(),
                            partition.partition(),
                            0,
                            partition.partition() == partition("paper") ? "paper" : "No environment",
                            state(partition.partition()))));
        }

        @Override
        public synchronized Map<TopicPartition, Long> endOffsets(
                Collection<TopicPartition> partitions, Duration timeout) {
            if (silence == Silence.NO_LEADER && partitions.contains(unanswering)) {
                throw new TimeoutException("no leader");
            }
            return super.endOffsets(partitions, timeout);
        }

        @Override
        public synchronized long position(TopicPartition partition, Duration timeout) {
            if (silence == Silence.NO_LEADER && partition.equals(unanswering)) {
                throw new TimeoutException("no leader");
            }
            return super.position(partition, timeout);
        }

        private static byte[] state(int partition) {
            String text = partition == partition("paper") ? """
                    {"type":"TradingStateChanged",
                    "meta":{"id":"00000000-0000-4000-8000-000000000001","occurredAt":"2026-01-01T00:00:00Z",
                    "correlationId":"00000000-0000-4000-8000-000000000001"},
                    "environment":"paper","state":"ACTIVE","reason":"test","changedBy":"test"}""" : "no trading state";
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
