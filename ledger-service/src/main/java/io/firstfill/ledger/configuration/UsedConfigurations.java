package io.firstfill.ledger.configuration;

import io.firstfill.contract.id.RunId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Reads the versions that a run has used. */
public interface UsedConfigurations {
    /** Returns the latest ones, oldest first; none for a run that is not recorded, or never started. */
    Uni<List<UsedConfiguration>> of(RunId run, int limit);
}
