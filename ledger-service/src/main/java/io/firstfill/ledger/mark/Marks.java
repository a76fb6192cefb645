package io.firstfill.ledger.mark;

import io.smallrye.mutiny.Uni;

/** Keeps the latest price of each position. */
public interface Marks {
    /**
     * Replaces the prices of the positions that the message names, unless a later one is known.
     *
     * @param marked a PositionsMarked as it was written: this service writes none itself
     */
    Uni<Void> keep(String marked);
}
