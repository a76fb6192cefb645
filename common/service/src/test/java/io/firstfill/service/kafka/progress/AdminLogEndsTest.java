package io.firstfill.service.kafka.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Proves that a question that cannot even be asked is one without an answer: who asked must be able to ask again. */
class AdminLogEndsTest {
    @Test
    void aBrokerWhoseNameIsNotKnownFailsTheAnswerAndNotTheCaller() {
        AdminLogEnds ends = new AdminLogEnds(Map.of("bootstrap.servers", "no-such-broker.invalid:9092"));

        assertThat(ends.of(Set.of(new TopicPartition("commands.v1", 0))).toCompletableFuture())
                .isCompletedExceptionally();
    }
}
