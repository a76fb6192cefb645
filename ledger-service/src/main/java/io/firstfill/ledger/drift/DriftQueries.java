package io.firstfill.ledger.drift;

import io.firstfill.contract.id.RunId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Reads what is recorded about a run for its drift. */
public interface DriftQueries {
    /** Returns nothing for a run that is not recorded, or never started. */
    Uni<Optional<RecordedState>> of(RunId run);
}
