package io.firstfill.control.web;

/** The names of the roles that a token may carry. */
final class Access {
    static final String VIEWER = "viewer";
    static final String OPERATOR = "operator";
    static final String RISK = "risk";

    private Access() {}
}
