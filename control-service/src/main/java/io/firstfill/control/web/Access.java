package io.firstfill.control.web;

/** The names of the roles that a token may carry. */
public final class Access {
    public static final String VIEWER = "viewer";
    public static final String OPERATOR = "operator";
    public static final String RISK = "risk";

    private Access() {}
}
