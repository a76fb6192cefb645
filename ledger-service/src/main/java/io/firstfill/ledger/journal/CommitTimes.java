package io.firstfill.ledger.journal;

import io.firstfill.contract.id.ClientOrderId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Set;

/** Stores when what was recorded could be read: the time of a commit, which no row of the same transaction can hold. */
public interface CommitTimes {
    /**
     * Stores the time for the steps that the transaction recorded.
     *
     * @param at after the commit
     */
    Uni<Void> committed(Set<ClientOrderId> orders, Instant at);
}
