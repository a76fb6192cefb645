package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Stores the journal and the projections that follow from it. */
public interface JournalStore {
    /**
     * Runs the work in one transaction, which commits everything or nothing. Transactions on one environment never
     * overlap, on any instance. When the result fails, the work may still have been committed: doing it again must be
     * harmless.
     */
    <T> Uni<T> inTransaction(EnvironmentId environment, Function<JournalTransaction, Uni<T>> work);
}
