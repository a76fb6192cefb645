package io.firstfill.sample.order;

import jakarta.inject.Inject;

/** Breaks the rule about injection: its dependency is injected into a field. */
public class BadInjection {
    @Inject
    GoodOrder order;
}
