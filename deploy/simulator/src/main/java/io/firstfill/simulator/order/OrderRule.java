package io.firstfill.simulator.order;

import org.jspecify.annotations.Nullable;

/** One reason to refuse an order. */
@FunctionalInterface
interface OrderRule {

    /** Returns the refusal, or null when the order passes. */
    @Nullable Refusal check(OrderAttempt attempt);
}
