package io.firstfill.ledger.mark;

import io.firstfill.contract.mark.PositionsMarked;
import io.smallrye.mutiny.Uni;

/** Keeps the latest price of each position. */
public interface Marks {
    /** Replaces the prices of the positions that the message names, unless a later one is known. */
    Uni<Void> keep(PositionsMarked marked);
}
