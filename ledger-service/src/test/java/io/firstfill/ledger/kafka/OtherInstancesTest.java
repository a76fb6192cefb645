package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.ledger.kafka.OtherInstances.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Another instance records as long as its offsets follow the ends of its partitions. */
class OtherInstancesTest {
    private static final TopicPartition ORDERS = new TopicPartition("orders.v1", 1);
    private static final Duration VALID = Duration.ofSeconds(5);

    private final OtherInstances others = new OtherInstances();
    private Instant now = Instant.parse("2026-04-01T12:00:00Z");

    @Test
    void anOffsetThatMovesIsNotStoppedHoweverFarBehind() {
        for (long recorded = 0; recorded < 60; recorded++) {
            assertThat(after(recorded, 10_000).isStopped(now)).isFalse();
        }
        assertThat(after(60, 10_000).lag()).isEqualTo(9_940);
    }

    @Test
    void anOffsetThatStandsBeforeTheEndIsStoppedAfterAWhile() {
        assertThat(after(50, 51).isStopped(now)).isFalse();
        for (int second = 0; second < OtherInstances.PATIENCE.toSeconds(); second++) {
            assertThat(after(50, 51 + second).isStopped(now)).isFalse();
        }
        Progress stopped = after(50, 70);

        assertThat(stopped.isStopped(now)).isTrue();
        assertThat(stopped.age(now)).isEqualTo(OtherInstances.PATIENCE.plusSeconds(1));
        assertThat(after(51, 70).isStopped(now)).isFalse();
    }

    @Test
    void anIdlePartitionIsNeverStoppedAndItsNextRecordHasItsTime() {
        for (int second = 0; second < 60; second++) {
            assertThat(after(50, 50).isStopped(now)).isFalse();
        }

        Progress progress = after(50, 51);
        assertThat(progress.lag()).isEqualTo(1);
        assertThat(progress.age(now)).isZero();
    }

    @Test
    void aSampleThatIsTooOldTellsNothing() {
        after(50, 50);
        now = now.plus(VALID).plusMillis(1);

        assertThat(others.progress(now, VALID)).isEmpty();
    }

    /** Returns what is known after another second. */
    private Progress after(long recorded, long end) {
        now = now.plusSeconds(1);
        others.observe(Map.of(ORDERS, end), Map.of(ORDERS, recorded), now);
        return Objects.requireNonNull(others.progress(now, VALID).get(ORDERS));
    }
}
