package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The consumer's position counts as recorded only when no record before it is still on its way to the channel. */
class JournalStateTest {
    private static final TopicPartition ALERTS = new TopicPartition("alerts.v1", 1);

    private final JournalState state = new JournalState();

    @Test
    void aPositionBehindWhichNoRecordFollowsIsBeyondWhatIsRecorded() {
        state.assigned(Map.of(ALERTS, 10L), Map.of("alerts.v1", 3));

        assertThat(state.beyondRecords(Map.of(ALERTS, 14L))).containsEntry(ALERTS, 14L);

        state.passed(Map.of(ALERTS, 14L));
        assertThat(state.reached()).containsEntry(ALERTS, 14L);
        assertThat(state.beyondRecords(Map.of(ALERTS, 14L))).isEmpty();
    }

    @Test
    void aRecordOnItsWayHoldsThePositionBackUntilItIsRecorded() {
        state.assigned(Map.of(ALERTS, 10L), Map.of("alerts.v1", 3));

        state.delivered(Map.of(ALERTS, 12L));
        assertThat(state.beyondRecords(Map.of(ALERTS, 14L))).isEmpty();

        state.recorded(Map.of(ALERTS, List.of(10L, 11L)));
        assertThat(state.beyondRecords(Map.of(ALERTS, 14L))).containsEntry(ALERTS, 14L);
    }

    @Test
    void whereAPollCouldNotBeNotedNoPositionIsPassedUntilTheNextAssignment() {
        state.assigned(Map.of(ALERTS, 10L), Map.of("alerts.v1", 3));

        assertThatThrownBy(() -> DeliveredRecords.tell(state, new Unreadable()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(state.beyondRecords(Map.of(ALERTS, 14L))).isEmpty();

        state.assigned(Map.of(ALERTS, 10L), Map.of("alerts.v1", 3));
        assertThat(state.beyondRecords(Map.of(ALERTS, 14L))).containsEntry(ALERTS, 14L);
    }

    /** Records at which the interceptor fails. */
    private static final class Unreadable extends ConsumerRecords<Object, Object> {
        Unreadable() {
            super(Map.of(), Map.of());
        }

        @Override
        public Set<TopicPartition> partitions() {
            throw new IllegalStateException("made up");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, true", "10, true", "11, false", "14, false", "20, false"})
    void aPositionIsNotPassedWhereRecordsBeforeItWereDeletedUnread(long begin, boolean passed) {
        state.assigned(Map.of(ALERTS, 10L), Map.of("alerts.v1", 3));

        Map<TopicPartition, Long> beyond = state.beyondRecords(Map.of(ALERTS, 14L));

        assertThat(state.withoutDeleted(beyond, Map.of(ALERTS, begin)).containsKey(ALERTS))
                .isEqualTo(passed);
    }

    @Test
    void aPositionIsNotPassedWhereTheBeginningIsUnknownOrThePartitionIsAway() {
        state.assigned(Map.of(ALERTS, 10L), Map.of("alerts.v1", 3));
        assertThat(state.withoutDeleted(Map.of(ALERTS, 14L), Map.of())).isEmpty();

        state.assigned(Map.of(), Map.of());
        assertThat(state.withoutDeleted(Map.of(ALERTS, 14L), Map.of(ALERTS, 0L)))
                .isEmpty();
    }

    @Test
    void aPartitionThatIsNotAssignedAnyMoreIsNotPassed() {
        state.assigned(Map.of(), Map.of("alerts.v1", 3));

        state.passed(Map.of(ALERTS, 14L));

        assertThat(state.beyondRecords(Map.of(ALERTS, 14L))).isEmpty();
        assertThat(state.reached()).isEmpty();
    }
}
