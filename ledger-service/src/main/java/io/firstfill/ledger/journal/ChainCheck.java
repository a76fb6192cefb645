package io.firstfill.ledger.journal;

import io.firstfill.ledger.journal.Verification.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the chain of an environment record by record, from a record that was verified before. After the first
 * broken record the check takes in no further ones, so its position stays at the last intact record. Used once.
 */
final class ChainCheck {
    private final long continuedAfter;
    private ChainHead verified;
    private @Nullable Finding finding;

    /** @param checkpoint the last record that was verified before, as its hash was then */
    ChainCheck(ChainHead checkpoint) {
        this.verified = checkpoint;
        this.continuedAfter = checkpoint.position();
    }

    /** Compares the stored record at the checkpoint with what was verified; null where no record is stored there. */
    void checkpoint(@Nullable JournalRow stored) {
        ChainHead checkpoint = verified;
        if (stored == null || !ChainHead.at(stored).equals(checkpoint)) {
            finding = stored == null ? Finding.MISSING : Finding.RECORD_CHANGED;
            verified = new ChainHead(checkpoint.environment(), checkpoint.position() - 1, checkpoint.hash());
        }
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

    ChainHead verified() {
        return verified;
    }

    /** Returns the result of a check that ends before the end of the chain, or at a broken record. */
    Verification result(Instant now) {
        return result(finding, false, now);
    }

    /** Compares the recomputed end of the chain with the stored head, unless a record was broken already. */
    Verification resultAtEnd(ChainHead stored, Instant now) {
        return result(finding != null ? finding : compare(stored), true, now);
    }

    private Verification result(@Nullable Finding found, boolean complete, Instant now) {
        Long brokenAt = found == null ? null : Long.valueOf(verified.position() + 1);
        return new Verification(
                verified.environment(),
                found == null,
                verified.position(),
                verified.hash(),
                brokenAt,
                found,
                now,
                continuedAfter,
                complete,
                List.of());
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
