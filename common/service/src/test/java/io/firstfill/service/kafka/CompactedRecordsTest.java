package io.firstfill.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that of a key of the order memory only the last record counts, and that it is in its environment's place. */
class CompactedRecordsTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");

    @Test
    void theLastRecordOfAnOrderHoldsAndARemovedOrderIsGone() {
        ConsumerRecord<String, byte[]> first = memory(1, "ff-1", "old");
        ConsumerRecord<String, byte[]> other = memory(2, "ff-2", "other");
        ConsumerRecord<String, byte[]> removed = memory(3, "ff-3", "removed");
        ConsumerRecord<String, byte[]> second = memory(4, "ff-1", "new");
        ConsumerRecord<String, byte[]> tombstone = memory(5, "ff-3", null);

        assertThat(CompactedRecords.latest(List.of(first, other, removed, second, tombstone)))
                .containsExactly(other, second);
    }

    @Test
    void recordsOfOtherTopicsAllStay() {
        List<ConsumerRecord<String, byte[]>> records = List.of(
                new ConsumerRecord<>(Topics.ORDERS, 0, 1, "paper", new byte[] {1}),
                new ConsumerRecord<>(Topics.ORDERS, 0, 2, "paper", new byte[] {2}));

        assertThat(CompactedRecords.latest(records)).isEqualTo(records);
    }

    @Test
    void theKeyNamesTheEnvironmentOfTheOrder() {
        assertThat(RecordKeys.environment(memory(1, "ff-b1-x_y", "x"))).isEqualTo("paper");
        assertThat(UnprocessableRecord.environment(memory(1, "ff-b1-x_y", "x"))).contains(PAPER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper", "live", "paper-2", "a", "mexc-main"})
    void anOrderIsInThePartitionOfItsEnvironment(String environment) {
        int partitions = Topics.all().getFirst().partitions();
        int expected = BuiltInPartitioner.partitionForKey(environment.getBytes(StandardCharsets.UTF_8), partitions);

        assertThat(RecordKeys.partition(EnvironmentId.of(environment))).isEqualTo(expected);
    }

    private static ConsumerRecord<String, byte[]> memory(long offset, String order, @Nullable String value) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(Topics.ORDER_MEMORY, 0, offset, RecordKeys.of(PAPER, order), bytes);
    }
}
