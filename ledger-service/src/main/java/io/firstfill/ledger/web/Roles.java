package io.firstfill.ledger.web;

/** The roles of a token that may read: every role that Firstfill has. */
final class Roles {
    static final String VIEWER = "viewer";
    static final String OPERATOR = "operator";
    static final String RISK = "risk";

    private Roles() {}
}
