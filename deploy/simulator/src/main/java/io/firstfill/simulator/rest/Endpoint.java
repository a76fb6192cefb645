package io.firstfill.simulator.rest;

import io.firstfill.simulator.account.Permission;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint of the exchange's REST API.
 *
 * @param weight IP weight per call; 0 for orders and cancels, which have a rate limit of their own
 * @param permission the permission that the API key needs; null for a public endpoint
 */
record Endpoint(
        String method, String path, int weight, @Nullable Permission permission, Function<CallContext, Reply> handler) {

    static Endpoint open(String path, int weight, Function<CallContext, Reply> handler) {
        return new Endpoint("GET", path, weight, null, handler);
    }

    static Endpoint signed(
            String method, String path, int weight, Permission permission, Function<CallContext, Reply> handler) {
        return new Endpoint(method, path, weight, permission, handler);
    }

    /** Returns whether the endpoint places or cancels orders, which share one rate limit per account. */
    boolean placesOrCancels() {
        return weight == 0;
    }
}
