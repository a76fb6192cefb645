package io.firstfill.service.web;

/** The order of the filters, the highest first; Quarkus authenticates at 200. */
final class FilterPriorities {
    static final int CORRELATION = 1000;
    static final int LIMITS = 900;
    static final int TOKENS = 800;

    private FilterPriorities() {}
}
