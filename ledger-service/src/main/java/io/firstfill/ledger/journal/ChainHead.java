package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The last record in the chain of an environment: its position and its hash.
 *
 * @param position of the last record, 0 before the first
 */
public record ChainHead(EnvironmentId environment, long position, Hash hash) {
    /** Returns the head of a chain that has no record yet. */
    public static ChainHead genesis(EnvironmentId environment) {
        return new ChainHead(environment, 0, Hash.GENESIS);
    }

    static ChainHead at(JournalRow row) {
        return new ChainHead(row.environment(), row.position(), row.hash());
    }

    /**
     * Returns the row that follows this head. The time is cut to microseconds, because the database returns no more and
     * the hash covers the time.
     */
    JournalRow append(RowContent content, Instant now) {
        return JournalRow.following(this, content, now.truncatedTo(ChronoUnit.MICROS));
    }
}
