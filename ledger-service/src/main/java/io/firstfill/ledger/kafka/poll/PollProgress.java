package io.firstfill.ledger.kafka.poll;

import io.firstfill.contract.value.RecordPlace;
import io.firstfill.ledger.journal.JournalEntry;
import io.firstfill.ledger.journal.ReachedOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows which records of one poll are recorded, so that each transaction stores the offsets that it makes true: an
 * offset never passes a record whose environment is still to come.
 */
public final class PollProgress {
    private final Map<TopicPartition, List<Long>> offsets;
    private final Map<TopicPartition, Long> unpublished;
    private final Set<RecordPlace> done = new HashSet<>();

    /**
     * @param offsets of the poll's records, ascending in each partition
     * @param before of the poll before it, which is the only one that may not be published
     */
    public PollProgress(Map<TopicPartition, List<Long>> offsets, Publications before) {
        this.offsets = offsets;
        this.unpublished = before.unpublished();
    }

    /** Returns the offsets that are reached once these entries are recorded, too. */
    public List<ReachedOffset> with(Collection<? extends JournalEntry> entries) {
        Set<RecordPlace> then = new HashSet<>(done);
        entries.stream().flatMap(PollProgress::place).forEach(then::add);
        List<ReachedOffset> reached = new ArrayList<>();
        offsets.forEach((partition, all) -> {
            long first = all.getFirst();
            long next = next(partition, all, then);
            if (next > first) {
                long published = unpublished.getOrDefault(partition, first);
                reached.add(new ReachedOffset(partition.topic(), partition.partition(), next, published));
            }
        });
        return reached;
    }

    public void recorded(Collection<? extends JournalEntry> entries) {
        entries.stream().flatMap(PollProgress::place).forEach(done::add);
    }

    private static long next(TopicPartition partition, List<Long> all, Set<RecordPlace> recorded) {
        return all.stream()
                .filter(offset -> !recorded.contains(new RecordPlace(partition.topic(), partition.partition(), offset)))
                .findFirst()
                .orElseGet(() -> all.getLast() + 1);
    }

    private static Stream<RecordPlace> place(JournalEntry entry) {
        return switch (entry) {
            case JournalEntry.Read read -> Stream.of(read.place());
            case JournalEntry.Unreadable unreadable -> Stream.of(unreadable.place());
            case JournalEntry.Lost lost -> Stream.empty();
            case JournalEntry.Branch branch -> Stream.empty();
        };
    }
}
