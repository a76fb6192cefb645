package io.firstfill.ledger.web;

/** The roles of a token that may read: every role that Firstfill has. */
public final class Roles {
    public static final String VIEWER = "viewer";
    public static final String OPERATOR = "operator";
    public static final String RISK = "risk";

    private Roles() {}
}
