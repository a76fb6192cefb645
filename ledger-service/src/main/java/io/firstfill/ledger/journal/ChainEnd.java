package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where the chain of an environment ends.
 *
 * @param position of the last record, 0 before the first
 */
public record ChainEnd(EnvironmentId environment, long position, Hash hash) {
    public static ChainEnd beginning(EnvironmentId environment) {
        return new ChainEnd(environment, 0, Hash.GENESIS);
    }

    /** Times are kept in microseconds, because that is what the database gives back. */
    JournalRow append(Received received, Instant now) {
        return JournalRow.following(this, received, now.truncatedTo(ChronoUnit.MICROS));
    }

    static ChainEnd at(JournalRow row) {
        return new ChainEnd(row.environment(), row.position(), row.hash());
    }
}
