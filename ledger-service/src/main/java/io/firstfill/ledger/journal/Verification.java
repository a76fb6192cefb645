package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
 * @param branches where restored databases began branches, at most 100, the latest first
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
        boolean complete,
        List<Branch> branches) {
    public Verification {
        branches = List.copyOf(branches);
    }

    /**
     * Where a restored database began a branch of the chain. Receipts of a position from here on, from before the
     * restore, name rows that this chain does not have.
     *
     * @param position of the row that states the branch
     * @param exportedPosition the last position before the restore, null where no receipt told
     * @param exportedHash the hash of the row there
     */
    @Schema(name = "ChainBranch")
    public record Branch(
            long position,
            @Nullable Long exportedPosition,
            @Nullable String exportedHash) {}

    Verification with(List<Branch> found) {
        return new Verification(
                environment, intact, records, head, brokenAt, finding, verifiedAt, continuedAfter, complete, found);
    }

    /** The ways in which a chain can be broken. */
    @Schema(name = "ChainFinding")
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
