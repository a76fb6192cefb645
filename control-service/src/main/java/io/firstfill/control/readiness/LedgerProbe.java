package io.firstfill.control.readiness;

import io.smallrye.mutiny.Uni;

/** Queries whether the ledger is ready: its migrations are done and it follows its topics. */
public interface LedgerProbe {
    Uni<Boolean> isReady();
}
