package io.firstfill.simulator.behaviour;

/** The sides of a book that the market maker quotes. */
public enum QuotedSides {
    BOTH,
    BIDS,
    ASKS,
    NONE;

    /** Returns whether bids are quoted. */
    public boolean bids() {
        return this == BOTH || this == BIDS;
    }

    /** Returns whether asks are quoted. */
    public boolean asks() {
        return this == BOTH || this == ASKS;
    }

    /** The sides that both quote. */
    QuotedSides and(QuotedSides other) {
        boolean bids = bids() && other.bids();
        boolean asks = asks() && other.asks();
        if (bids) {
            return asks ? BOTH : BIDS;
        }
        return asks ? ASKS : NONE;
    }
}
