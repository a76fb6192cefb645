package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying a chain.
 *
 * @param records number of records that are intact, those that were verified before among them
 * @param head hash of the last intact record
 * @param brokenAt position of the first broken record, null when the chain is intact
 * @param finding what is wrong at that position, null when the chain is intact
 * @param continuedAfter position at which this verification continued; what lies before it was verified earlier
 * @param complete whether the verification reached the end of the chain; if not, the next one continues
 */
public record Verification(
        EnvironmentId environment,
        boolean intact,
        long records,
        Hash head,
        @Nullable Long brokenAt,
        @Nullable Finding finding,
        Instant verifiedAt,
        long continuedAfter,
        boolean complete) {

    /** The ways in which a chain can be broken. */
    public enum Finding {
        /** No record has this position. */
        MISSING,
        /** The body is not the one that was recorded. */
        BODY_CHANGED,
        /** Another column of the record is not as it was recorded. */
        RECORD_CHANGED,
        /** The record does not follow the record before it. */
        LINK_BROKEN,
        /** The chain does not end where the stored head says. */
        HEAD_MISMATCH
    }
}
