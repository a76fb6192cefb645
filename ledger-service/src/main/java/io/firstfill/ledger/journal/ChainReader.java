package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Reads chains as they are stored, however they came to be so. */
public interface ChainReader {
    /** What the head row says; the beginning where there is none. */
    Uni<ChainEnd> head(EnvironmentId environment);

    /** Records after a position, in order. */
    Uni<List<JournalRow>> after(EnvironmentId environment, long position, long upTo, int limit);
}
