package io.firstfill.simulator.exchange;

import org.jspecify.annotations.Nullable;

/** One reason to refuse an order. */
@FunctionalInterface
interface OrderRule {

    @Nullable Refusal judge(OrderAttempt attempt);
}
