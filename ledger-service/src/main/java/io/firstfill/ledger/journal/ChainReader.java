package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Reads chains as they are stored, also where somebody has changed the stored rows past the ledger. */
public interface ChainReader {
    /** Returns the stored head; {@link ChainHead#genesis} where none is stored. */
    Uni<ChainHead> head(EnvironmentId environment);

    /**
     * Returns the last record that was exported and dropped, after which the stored chain begins;
     * {@link ChainHead#genesis} where it is stored from its beginning.
     */
    Uni<ChainHead> border(EnvironmentId environment);

    /**
     * Returns records in order of position.
     *
     * @param position exclusive
     * @param upTo inclusive
     */
    Uni<List<JournalRow>> after(EnvironmentId environment, long position, long upTo, int limit);

    /** Returns where the chain has branches, at most 100, the latest first. */
    Uni<List<Verification.Branch>> branches(EnvironmentId environment);

    /** Returns the record up to which the chain is verified; {@link ChainHead#genesis} where nothing is. */
    Uni<ChainHead> checkpoint(EnvironmentId environment);

    /** Stores the record up to which the chain is verified. */
    Uni<Void> verified(ChainHead upTo, Instant at);
}
