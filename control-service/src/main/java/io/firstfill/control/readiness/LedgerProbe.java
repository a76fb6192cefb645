package io.firstfill.control.readiness;

import io.smallrye.mutiny.Uni;

/** Whether the ledger says it is ready: its migrations are done and it follows its topics. */
public interface LedgerProbe {
    Uni<Boolean> isReady();
}
