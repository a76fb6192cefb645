package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A poll that leaps over an offset is compared with what Kafka still has, unless no record can have been there. */
class GapWatchTest {
    @ParameterizedTest
    @CsvSource({
        Topics.ORDERS + ", 10, false",
        Topics.ORDERS + ", 11, true",
        Topics.ORDERS + ", 12, true",
        Topics.PERMITS + ", 10, false",
        Topics.PERMITS + ", 11, false",
        Topics.PERMITS + ", 12, true",
        Topics.ALERTS + ", 11, false",
        Topics.ORDERS + ", 9, false"
    })
    void oneOffsetIsALeapWhereNoTransactionTakesOffsets(String topic, long first, boolean leap) {
        TopicPartition partition = new TopicPartition(topic, 0);

        assertThat(GapWatch.leaps(Map.of(partition, List.of(first, first + 1)), Map.of(partition, 10L)))
                .hasSize(leap ? 1 : 0);
    }

    @Test
    void aPartitionThatIsNotAssignedAnyMoreIsNoLeap() {
        assertThat(GapWatch.leaps(Map.of(new TopicPartition(Topics.ORDERS, 0), List.of(7L)), Map.of()))
                .isEmpty();
    }
}
