package io.firstfill.simulator.wire;

import io.firstfill.simulator.exchange.Right;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of the exchange's table of endpoints.
 *
 * @param weight IP weight per call; 0 for the order family, which has a rate of its own
 * @param right the key's right it needs; null for a public endpoint
 */
record Endpoint(
        String method, String path, int weight, @Nullable Right right, Function<Ask, Reply> handler) {

    static Endpoint open(String path, int weight, Function<Ask, Reply> handler) {
        return new Endpoint("GET", path, weight, null, handler);
    }

    static Endpoint signed(String method, String path, int weight, Right right, Function<Ask, Reply> handler) {
        return new Endpoint(method, path, weight, right, handler);
    }

    /** Orders and cancels, which share one rate per account. */
    boolean ordersOrCancels() {
        return weight == 0;
    }
}
