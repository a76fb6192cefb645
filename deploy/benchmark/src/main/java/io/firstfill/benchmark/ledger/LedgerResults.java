package io.firstfill.benchmark.ledger;

import io.firstfill.benchmark.result.Percentiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Everything that was measured about the ledger. */
public record LedgerResults(
        LedgerVolume volume, Recording recording, Percentiles lag, List<Poll> polls, Exported export) {
    public LedgerResults {
        polls = List.copyOf(polls);
    }

    /**
     * A backlog that was recorded, and its rows copied.
     *
     * @param events recorded in the time taken
     * @param allEvents whose rows were copied
     * @param types how many events there were of each type
     * @param copiedRows by table
     */
    public record Recording(
            int events,
            Duration taken,
            int allEvents,
            Duration copying,
            Map<String, Long> types,
            SequencedMap<String, Long> copiedRows) {
        public long perSecond() {
            return rate(events, taken);
        }

        public long copiedPerSecond() {
            return rate(allEvents, copying);
        }
    }

    /**
     * The panel's poll with a number of trades.
     *
     * @param whole all reads of a poll together
     * @param reads by path
     * @param unchanged all reads of a poll whose answers the caller has
     * @param touched by big table, how often the ledger read it during the unchanged polls: theirs, and those that it
     *     makes by itself
     */
    public record Poll(
            int trades,
            Percentiles whole,
            SequencedMap<String, Percentiles> reads,
            Percentiles unchanged,
            Map<String, Long> touched) {}

    /**
     * An export, and what the database takes for the same rows.
     *
     * @param bytes of the file
     * @param copyingView the same rows with the same columns and order
     * @param copyingTable the table's own columns, unordered
     * @param resident memory of the ledger in KiB
     * @param heap of the ledger in bytes, garbage included
     */
    public record Exported(
            int rows,
            long bytes,
            Duration taken,
            Duration copyingView,
            Duration copyingTable,
            Memory resident,
            Memory heap) {
        public long perSecond() {
            return rate(rows, taken);
        }

        public long copiedPerSecond() {
            return rate(rows, copyingView);
        }
    }

    /** Before the export, and at most while it ran. */
    public record Memory(long before, long most) {}

    private static long rate(int count, Duration taken) {
        return count * 1_000L / Math.max(1, taken.toMillis());
    }
}
