package io.firstfill.ledger.web;

/** Who may read: everybody with a role of ours. */
final class Readers {
    static final String VIEWER = "viewer";
    static final String OPERATOR = "operator";
    static final String RISK = "risk";

    private Readers() {}
}
