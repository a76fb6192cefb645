package io.firstfill.control.readiness;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report of the ledger about itself.
 *
 * @param ready whether its readiness check succeeds
 * @param recordings how the recording of each environment goes; null from a ledger that does not report it
 * @param asked whether control queries the ledger: after several failures it pauses
 */
public record LedgerReport(boolean ready, @Nullable Map<EnvironmentId, Recording> recordings, boolean asked) {
    /** A ledger that does not answer, or is not ready. */
    public static final LedgerReport SILENT = new LedgerReport(false, null);

    /** A ledger that has failed so often that control pauses between two queries. */
    public static final LedgerReport NOT_ASKED = new LedgerReport(false, null, false);

    /** Creates the report of a ledger that was queried. */
    public LedgerReport(boolean ready, @Nullable Map<EnvironmentId, Recording> recordings) {
        this(ready, recordings, true);
    }

    /**
     * How the recording of one environment goes.
     *
     * @param lagRecords records that are not recorded
     * @param lagSeconds age of the oldest record that was read and is not recorded
     * @param unprocessed records that the ledger could only keep as bytes, and that no person has acknowledged
     */
    public record Recording(boolean recording, long lagRecords, long lagSeconds, List<RecordPlace> unprocessed) {
        public Recording {
            unprocessed = List.copyOf(unprocessed);
        }
    }
}
