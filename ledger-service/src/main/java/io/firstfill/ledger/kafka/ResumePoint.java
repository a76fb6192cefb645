package io.firstfill.ledger.kafka;

import io.firstfill.contract.Topics;
import io.firstfill.ledger.journal.JournalEntry.Branch.Behind;
import io.firstfill.ledger.journal.ReachedOffset;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The point where reading of a partition continues, with what the database and Kafka together say about it. The
 * database decides: Kafka's committed offset only shows whether the database has been replaced by an older one.
 *
 * @param offsets what the database must hold from now on; reading continues at {@code published}
 * @param changed whether the database holds anything else now
 * @param gap records that the database does not hold and Kafka no longer has
 * @param behind what the ledger had recorded beyond the database
 */
record ResumePoint(
        ReachedOffset offsets,
        boolean changed,
        @Nullable Gap gap,
        @Nullable Behind behind) {
    static final String RETENTION = "RETENTION_PASSED";
    static final String RECREATED = "TOPIC_RECREATED";
    /** Topics that risk writes in transactions and that a retention deletes. */
    private static final Set<String> IN_TRANSACTIONS = Set.of(Topics.PERMITS, Topics.ALERTS);

    /** @param end offset after the last lost record; lower than {@code from} where the topic was made anew */
    record Gap(long from, long end, String cause) {}

    /**
     * What is known of a partition at its assignment.
     *
     * @param stored null where the database has nothing about the partition
     * @param committed by this group in Kafka, 0 where nothing is
     * @param begin of the records that Kafka still has
     * @param end offset after the last record
     */
    record Known(TopicPartition partition, @Nullable ReachedOffset stored, long committed, long begin, long end) {
        /** Whether the group has committed more than the database says. */
        boolean isBehind() {
            return committed > (stored == null ? 0 : stored.recorded());
        }

        private Known holdingWhatIsCommitted() {
            var held = new ReachedOffset(partition.topic(), partition.partition(), committed, committed);
            return new Known(partition, held, committed, begin, end);
        }
    }

    /**
     * Returns the point of a database that holds every row up to the committed offset, whatever its own offsets say: a
     * ledger from before the offsets were stored has written there, as it does during a rolling upgrade.
     */
    static ResumePoint ofHeld(Known known) {
        if (!known.isBehind()) {
            return of(known, false);
        }
        ResumePoint point = of(known.holdingWhatIsCommitted(), false);
        return new ResumePoint(point.offsets(), true, point.gap(), point.behind());
    }

    /**
     * @param upgraded whether the journal is from before the offsets were stored: the topics are read again, without a
     *     finding
     */
    static ResumePoint of(Known known, boolean upgraded) {
        ReachedOffset stored = known.stored();
        if (stored == null) {
            Gap gap = known.begin() > 0 && !upgraded ? new Gap(0, known.begin(), RETENTION) : null;
            return restarted(known, gap, upgraded ? null : behind(known, 0));
        }
        if (stored.recorded() > known.end()) {
            return restarted(known, new Gap(stored.recorded(), known.end(), RECREATED), null);
        }
        Behind behind = behind(known, stored.recorded());
        if (stored.recorded() < known.begin()) {
            return restarted(known, gap(known.partition().topic(), stored.recorded(), known.begin()), behind);
        }
        long published = Math.max(known.begin(), Math.min(stored.published(), stored.recorded()));
        return new ResumePoint(offsets(known, stored.recorded(), published), false, null, behind);
    }

    /**
     * Returns what retention deleted before it was recorded; null where that is only the end of the last transaction,
     * which takes an offset and is no record.
     */
    static @Nullable Gap gap(String topic, long from, long end) {
        boolean transactionEnd = end - from == 1 && IN_TRANSACTIONS.contains(topic);
        return transactionEnd ? null : new Gap(from, end, RETENTION);
    }

    private static ResumePoint restarted(Known known, @Nullable Gap gap, @Nullable Behind behind) {
        return new ResumePoint(offsets(known, known.begin(), known.begin()), true, gap, behind);
    }

    private static ReachedOffset offsets(Known known, long recorded, long published) {
        return new ReachedOffset(known.partition().topic(), known.partition().partition(), recorded, published);
    }

    private static @Nullable Behind behind(Known known, long recorded) {
        return known.committed() > recorded
                ? new Behind(known.partition().topic(), known.partition().partition(), recorded, known.committed())
                : null;
    }
}
