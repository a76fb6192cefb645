package io.firstfill.control.readiness;

import io.smallrye.mutiny.Uni;

/** Queries whether the ledger is ready and how its recording goes. */
public interface LedgerProbe {
    /** Never fails: a ledger that does not answer in time is {@link LedgerReport#SILENT}. */
    Uni<LedgerReport> report();
}
