package io.firstfill.ledger.status;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import java.util.List;

/**
 * The state of the recording of one environment.
 *
 * @param recording whether the ledger records the environment now
 * @param lagRecords records on the environment's partitions that are not recorded; other environments may share the
 *     partitions
 * @param lagSeconds age of the oldest record of the environment that was read and is not recorded, 0 when there is
 *     none; where another instance records, the time since its offset moved last
 * @param unprocessed records that are in the journal as bytes, or lost, and not acknowledged; at most 100
 */
public record EnvironmentRecording(
        EnvironmentId environment, boolean recording, long lagRecords, long lagSeconds, List<RecordPlace> unprocessed) {
    public EnvironmentRecording {
        unprocessed = List.copyOf(unprocessed);
    }
}
