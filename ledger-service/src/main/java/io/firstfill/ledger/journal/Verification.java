package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What recomputing a chain found.
 *
 * @param records how many were read and hold together
 * @param brokenAt the first position that does not, null when intact
 * @param finding what is wrong there
 */
public record Verification(
        EnvironmentId environment,
        boolean intact,
        long records,
        Hash head,
        @Nullable Long brokenAt,
        @Nullable Finding finding,
        Instant verifiedAt) {

    /** How a chain can be broken. */
    public enum Finding {
        /** A position is not there. */
        MISSING,
        /** The message is not the one that was recorded. */
        BODY_CHANGED,
        /** What is recorded about the message was changed. */
        RECORD_CHANGED,
        /** It does not follow the record before it. */
        LINK_BROKEN,
        /** The chain does not end where its head says. */
        HEAD_MISMATCH
    }

    /** Recomputes a chain record by record; after the first broken one it stays broken. */
    public static final class Walk {
        private ChainEnd end;
        private @Nullable Finding finding;

        public Walk(EnvironmentId environment) {
            this.end = ChainEnd.beginning(environment);
        }

        public void next(JournalRow row) {
            if (finding == null) {
                finding = check(row);
                end = finding == null ? ChainEnd.at(row) : end;
            }
        }

        public Verification finished(ChainEnd head, Instant now) {
            boolean broken = finding != null;
            Finding found = broken ? finding : headFinding(head);
            Long brokenAt = found == null ? null : Long.valueOf(end.position() + 1);
            return new Verification(end.environment(), found == null, end.position(), end.hash(), brokenAt, found, now);
        }

        public boolean broken() {
            return finding != null;
        }

        public long position() {
            return end.position();
        }

        private @Nullable Finding headFinding(ChainEnd head) {
            if (head.equals(end)) {
                return null;
            }
            return head.position() > end.position() ? Finding.MISSING : Finding.HEAD_MISMATCH;
        }

        private @Nullable Finding check(JournalRow row) {
            if (row.position() != end.position() + 1) {
                return Finding.MISSING;
            }
            if (!row.previousHash().equals(end.hash())) {
                return Finding.LINK_BROKEN;
            }
            if (!Hash.ofBytes(row.body().getBytes(StandardCharsets.UTF_8)).equals(row.bodyHash())) {
                return Finding.BODY_CHANGED;
            }
            return row.hash().equals(row.expectedHash()) ? null : Finding.RECORD_CHANGED;
        }
    }
}
