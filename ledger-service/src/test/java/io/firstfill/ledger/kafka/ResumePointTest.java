package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.ledger.journal.JournalEntry.Branch.Behind;
import io.firstfill.ledger.journal.ReachedOffset;
import io.firstfill.ledger.kafka.ResumePoint.Gap;
import io.firstfill.ledger.kafka.ResumePoint.Known;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reading continues at what the database holds; what neither the database nor Kafka has is a gap, not silence. */
class ResumePointTest {
    @Test
    void readingContinuesAtThePublishedOffsetWhateverKafkaHasCommitted() {
        ResumePoint point = ResumePoint.of(known(stored(120, 100), 120, 0, 200), false);

        assertThat(point.offsets()).isEqualTo(stored(120, 100));
        assertThat(point.changed()).isFalse();
        assertThat(point.gap()).isNull();
        assertThat(point.behind()).isNull();
    }

    @Test
    void aRestoredDatabaseIsReadFromWhatItHoldsAndSaidToBeBehind() {
        ResumePoint point = ResumePoint.of(known(stored(50, 40), 120, 0, 200), false);

        assertThat(point.offsets().published()).isEqualTo(40);
        assertThat(point.behind()).isEqualTo(new Behind("permits.v1", 0, 50, 120));
        assertThat(point.gap()).isNull();
    }

    @Test
    void recordsThatRetentionDeletedAreAGap() {
        ResumePoint point = ResumePoint.of(known(stored(50, 40), 50, 70, 200), false);

        assertThat(point.gap()).isEqualTo(new Gap(50, 70, ResumePoint.RETENTION));
        assertThat(point.offsets()).isEqualTo(stored(70, 70));
        assertThat(point.changed()).isTrue();
    }

    @Test
    void theEndOfATransactionIsNoRecordThatRetentionDeleted() {
        ResumePoint point = ResumePoint.of(known(stored(50, 49), 50, 51, 51), false);

        assertThat(point.gap()).isNull();
        assertThat(point.offsets()).isEqualTo(stored(51, 51));
        assertThat(point.changed()).isTrue();
    }

    @Test
    void recordsThatAreRecordedAreNoGapWhenKafkaDeletesThem() {
        ResumePoint point = ResumePoint.of(known(stored(50, 40), 50, 45, 200), false);

        assertThat(point.gap()).isNull();
        assertThat(point.offsets()).isEqualTo(stored(50, 45));
    }

    @Test
    void aTopicThatIsShorterThanWhatIsRecordedWasMadeAnewAndIsReadFromItsBeginning() {
        ResumePoint point = ResumePoint.of(known(stored(50, 40), 0, 0, 20), false);

        assertThat(point.gap()).isEqualTo(new Gap(50, 20, ResumePoint.RECREATED));
        assertThat(point.offsets()).isEqualTo(stored(0, 0));
    }

    @Test
    void anEmptyDatabaseAgainstOldTopicsHasAGapAndIsBehind() {
        ResumePoint point = ResumePoint.of(known(null, 120, 70, 200), false);

        assertThat(point.gap()).isEqualTo(new Gap(0, 70, ResumePoint.RETENTION));
        assertThat(point.behind()).isEqualTo(new Behind("permits.v1", 0, 0, 120));
    }

    @Test
    void aJournalFromBeforeOffsetsWereStoredIsReadAgainWithoutAFinding() {
        ResumePoint point = ResumePoint.of(known(null, 120, 70, 200), true);

        assertThat(point.offsets()).isEqualTo(stored(70, 70));
        assertThat(point.gap()).isNull();
        assertThat(point.behind()).isNull();
    }

    @Test
    void whatALedgerWithoutStoredOffsetsRecordedMeanwhileIsNeitherLostNorRestored() {
        for (ReachedOffset before : new ReachedOffset[] {null, stored(50, 40)}) {
            ResumePoint point = ResumePoint.ofHeld(known(before, 120, 70, 200));

            assertThat(point.gap()).isNull();
            assertThat(point.behind()).isNull();
            assertThat(point.offsets()).isEqualTo(stored(120, 120));
            assertThat(point.changed()).isTrue();
        }
    }

    @Test
    void recordsThatNoLedgerHasReadAreLostAlsoDuringAnUpgrade() {
        assertThat(ResumePoint.ofHeld(known(stored(50, 40), 120, 130, 200)).gap())
                .isEqualTo(new Gap(120, 130, ResumePoint.RETENTION));
        assertThat(ResumePoint.ofHeld(known(stored(50, 40), 50, 60, 200)).gap())
                .isEqualTo(new Gap(50, 60, ResumePoint.RETENTION));
    }

    private static Known known(@Nullable ReachedOffset stored, long committed, long begin, long end) {
        return new Known(new TopicPartition("permits.v1", 0), stored, committed, begin, end);
    }

    private static ReachedOffset stored(long recorded, long published) {
        return new ReachedOffset("permits.v1", 0, recorded, published);
    }
}
