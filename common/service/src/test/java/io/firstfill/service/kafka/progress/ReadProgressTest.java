package io.firstfill.service.kafka.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves that the present counts as read only when the last record before its end has been handed over. */
class ReadProgressTest {
    private static final TopicPartition COMMANDS = new TopicPartition("commands.v1", 0);
    private static final TopicPartition PERMITS = new TopicPartition("permits.v1", 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final ReadProgress progress = new ReadProgress();

    @BeforeEach
    void assign() {
        consumer.assign(List.of(COMMANDS, PERMITS));
        consumer.seek(COMMANDS, 5);
        consumer.seek(PERMITS, 7);
        progress.assigned(Map.of(COMMANDS, 5L, PERMITS, 7L));
    }

    @Test
    void whereTheReplayStoppedIsRead() {
        assertThat(progress.hasRead(consumer, Map.of(COMMANDS, 5L, PERMITS, 7L)))
                .isTrue();
    }

    @Test
    void aRecordThatIsNotFetchedIsNotRead() {
        assertThat(progress.hasRead(consumer, Map.of(COMMANDS, 5L, PERMITS, 8L)))
                .isFalse();
    }

    @Test
    void aPolledRecordIsReadOnceItIsHandedOver() {
        poll(COMMANDS, 5);
        consumer.seek(COMMANDS, 6);
        assertThat(progress.hasRead(consumer, Map.of(COMMANDS, 6L))).isFalse();

        progress.handled(record(COMMANDS, 5));

        assertThat(progress.hasRead(consumer, Map.of(COMMANDS, 6L))).isTrue();
    }

    @Test
    void theMarkerOfATransactionAtTheEndIsReadWithTheRecordBeforeIt() {
        poll(PERMITS, 7);
        consumer.seek(PERMITS, 9);
        progress.handled(record(PERMITS, 7));

        assertThat(progress.hasRead(consumer, Map.of(PERMITS, 9L))).isTrue();
        assertThat(progress.hasRead(consumer, Map.of(PERMITS, 10L))).isFalse();
    }

    @Test
    void laterRecordsThatAreStillToBeHandedOverDoNotMatter() {
        poll(COMMANDS, 5);
        poll(COMMANDS, 6);
        consumer.seek(COMMANDS, 7);
        progress.handled(record(COMMANDS, 5));

        assertThat(progress.hasRead(consumer, Map.of(COMMANDS, 6L))).isTrue();
    }

    @Test
    void recordsOfAPollThatCouldNotBeNotedAreNotReadBeforeTheyAreHandedOver() {
        PolledRecords interceptor = new PolledRecords();
        interceptor.configure(Map.of("firstfill.read-progress", progress));
        assertThatThrownBy(() -> interceptor.onConsume(new Unreadable(COMMANDS, 5)))
                .isInstanceOf(IllegalStateException.class);
        consumer.seek(COMMANDS, 6);
        consumer.seek(PERMITS, 9);

        assertThat(progress.hasRead(consumer, Map.of(COMMANDS, 6L))).isFalse();
        assertThat(progress.hasRead(consumer, Map.of(PERMITS, 9L)))
                .as("nobody knows which partitions the poll was of")
                .isFalse();
        progress.handled(record(COMMANDS, 5));
        assertThat(progress.hasRead(consumer, Map.of(COMMANDS, 6L))).isTrue();

        poll(PERMITS, 7);
        progress.handled(record(PERMITS, 7));
        assertThat(progress.hasRead(consumer, Map.of(PERMITS, 9L)))
                .as("a later poll was noted")
                .isTrue();
    }

    /** Records at which the interceptor fails. */
    private static final class Unreadable extends ConsumerRecords<Object, Object> {
        Unreadable(TopicPartition partition, long offset) {
            super(
                    Map.of(
                            partition,
                            List.of(new ConsumerRecord<Object, Object>(
                                    partition.topic(), partition.partition(), offset, "paper", new byte[0]))),
                    Map.of());
        }

        @Override
        public Iterator<ConsumerRecord<Object, Object>> iterator() {
            throw new IllegalStateException("made up");
        }
    }

    @Test
    void aPartitionOfAnotherAssignmentIsNotRead() {
        consumer.unsubscribe();
        consumer.assign(List.of(COMMANDS));

        assertThat(progress.hasRead(consumer, Map.of(PERMITS, 7L))).isFalse();
    }

    private void poll(TopicPartition partition, long offset) {
        progress.polled(new ConsumerRecords<>(Map.of(partition, List.of(record(partition, offset))), Map.of()));
    }

    private static ConsumerRecord<String, byte[]> record(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, "paper", new byte[0]);
    }
}
