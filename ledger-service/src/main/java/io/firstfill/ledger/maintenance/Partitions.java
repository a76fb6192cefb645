package io.firstfill.ledger.maintenance;

import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** The partitions of the journal, one for each month. */
public interface Partitions {
    /**
     * Creates what is missing.
     *
     * @param monthsAhead months after this one that need a partition
     */
    Uni<Void> create(int monthsAhead);

    /** Returns the time from which on no partition takes records. */
    Uni<Instant> end();

    /** Returns the environments in which an alert about the subject is open. */
    Uni<List<EnvironmentId>> alerted(String subject);
}
