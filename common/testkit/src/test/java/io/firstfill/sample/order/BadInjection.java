package io.firstfill.sample.order;

import jakarta.inject.Inject;

/** Takes what it needs by a field. */
public class BadInjection {
    @Inject
    GoodOrder order;
}
