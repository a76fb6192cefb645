package io.firstfill.control.web;

/** The roles of a token. */
final class Access {
    static final String VIEWER = "viewer";
    static final String OPERATOR = "operator";
    static final String RISK = "risk";

    private Access() {}
}
