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
 */
public record LedgerReport(boolean ready, @Nullable Map<EnvironmentId, Recording> recordings) {
    /** A ledger that does not answer. */
    public static final LedgerReport SILENT = new LedgerReport(false, null);

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
