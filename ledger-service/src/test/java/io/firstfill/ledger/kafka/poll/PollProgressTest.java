package io.firstfill.ledger.kafka.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.journal.JournalEntry;
import io.firstfill.ledger.journal.ReachedOffset;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** An offset is stored with the transaction that makes it true, and never passes a record that is not recorded. */
class PollProgressTest {
    private static final EnvironmentId A = EnvironmentId.of("a");
    private static final EnvironmentId B = EnvironmentId.of("b");

    private static final TopicPartition ORDERS = new TopicPartition("orders.v1", 1);
    private static final TopicPartition RUNS = new TopicPartition("runs.v1", 1);

    private final PollProgress progress =
            new PollProgress(Map.of(ORDERS, List.of(10L, 12L, 13L), RUNS, List.of(5L)), Publications.none());

    @Test
    void anOffsetDoesNotPassARecordOfAnEnvironmentThatIsStillToCome() {
        var first = List.of(record(A, "orders.v1", 10), record(A, "orders.v1", 13));

        assertThat(progress.with(first)).containsExactly(new ReachedOffset("orders.v1", 1, 12, 10));
    }

    @Test
    void theLastEnvironmentReachesTheEndOfThePoll() {
        progress.recorded(List.of(record(A, "orders.v1", 10), record(A, "orders.v1", 13)));

        assertThat(progress.with(List.of(record(B, "orders.v1", 12), record(B, "runs.v1", 5))))
                .containsExactlyInAnyOrder(
                        new ReachedOffset("orders.v1", 1, 14, 10), new ReachedOffset("runs.v1", 1, 6, 5));
    }

    @Test
    void nothingIsReachedBeforeTheFirstRecord() {
        assertThat(progress.with(List.of(record(B, "orders.v1", 12)))).isEmpty();
    }

    /** A restart reads again from where something may not be published. */
    @Test
    void readingContinuesWhereThePollBeforeBeganWhileItIsNotPublished() {
        Publications before = Publications.none().next(Map.of(ORDERS, List.of(7L, 8L)));
        before.start(() -> Uni.createFrom().nothing());
        var next = new PollProgress(Map.of(ORDERS, List.of(10L), RUNS, List.of(5L)), before);

        assertThat(next.with(List.of(record(A, "orders.v1", 10), record(A, "runs.v1", 5))))
                .containsExactlyInAnyOrder(
                        new ReachedOffset("orders.v1", 1, 11, 7), new ReachedOffset("runs.v1", 1, 6, 5));
    }

    private static JournalEntry record(EnvironmentId environment, String topic, long offset) {
        return JournalEntry.Unreadable.of(
                environment, new RecordPlace(topic, 1, offset), null, "test", LedgerFixture.T0);
    }
}
