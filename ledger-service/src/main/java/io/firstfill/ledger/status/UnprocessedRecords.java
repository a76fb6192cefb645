package io.firstfill.ledger.status;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.RecordPlace;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;

/** Reads which records could not be processed and nobody has acknowledged yet. */
public interface UnprocessedRecords {
    Uni<Map<EnvironmentId, List<RecordPlace>>> places();
}
