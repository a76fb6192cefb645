package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.Verification.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the chain of an environment record by record. After the first broken record the check takes in no further
 * ones, so its position stays at the last intact record. Used once.
 */
final class ChainCheck {
    private ChainHead verified;
    private @Nullable Finding finding;

    ChainCheck(EnvironmentId environment) {
        this.verified = ChainHead.genesis(environment);
    }

    void next(JournalRow row) {
        if (finding == null) {
            finding = check(row);
            verified = finding == null ? ChainHead.at(row) : verified;
        }
    }

    boolean broken() {
        return finding != null;
    }

    /** Returns the position of the last intact record, 0 before the first. */
    long position() {
        return verified.position();
    }

    /** Compares the recomputed end of the chain with the stored head, unless a record was broken already. */
    Verification result(ChainHead stored, Instant now) {
        Finding found = finding != null ? finding : compare(stored);
        Long brokenAt = found == null ? null : Long.valueOf(verified.position() + 1);
        return new Verification(
                verified.environment(), found == null, verified.position(), verified.hash(), brokenAt, found, now);
    }

    private @Nullable Finding compare(ChainHead stored) {
        if (stored.equals(verified)) {
            return null;
        }
        return stored.position() > verified.position() ? Finding.MISSING : Finding.HEAD_MISMATCH;
    }

    private @Nullable Finding check(JournalRow row) {
        if (row.position() != verified.position() + 1) {
            return Finding.MISSING;
        }
        if (!row.previousHash().equals(verified.hash())) {
            return Finding.LINK_BROKEN;
        }
        if (!Hash.ofBytes(row.body().getBytes(StandardCharsets.UTF_8)).equals(row.bodyHash())) {
            return Finding.BODY_CHANGED;
        }
        return row.hash().equals(row.expectedHash()) ? null : Finding.RECORD_CHANGED;
    }
}
