package io.firstfill.acceptance.fault;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A fault that the simulator applies to requests or pushes of one pair.
 *
 * @param endpoint the requests or pushes that the fault can hit, as the simulator's fault rules name them
 * @param skip the number of matching requests that pass before the first hit
 * @param count the number of requests that are hit then; null for all
 * @param chance probability and seed; empty where a matching request is hit for certain
 * @param mustHit whether the fault must have hit for its scenario to prove anything; false for a push, which goes wrong
 *     only where a client is subscribed
 */
record Fault(
        String endpoint,
        JsonObject effect,
        int skip,
        @Nullable Integer count,
        JsonObject chance,
        boolean mustHit) {
    static final String ORDER_PUSHES = "spot@private.orders.v3.api.pb";
    static final String DEAL_PUSHES = "spot@private.deals.v3.api.pb";

    private static final String PLACE_ORDER = "POST /api/v3/order";

    Fault {
        effect = effect.copy();
        chance = chance.copy();
    }

    /** Answers the first order request with a status, without executing the order. */
    static Fault answer(int status) {
        return onFirstOrder(effect("answer").put("status", status));
    }

    /** Executes the first order request and answers it with a status. */
    static Fault answerAfterExecution(int status) {
        return onFirstOrder(effect("answer").put("status", status).put("executed", true));
    }

    /** Closes the connection instead of answering the first order request. */
    static Fault dropConnection(boolean executed) {
        return onFirstOrder(effect("drop").put("executed", executed));
    }

    /** Resets the connection instead of answering the first order request. */
    static Fault resetConnection(boolean executed) {
        return onFirstOrder(effect("drop").put("executed", executed).put("reset", true));
    }

    /** Refuses the first order request unexecuted, with a Retry-After header. */
    static Fault throttle(int status, int retryAfterSeconds) {
        JsonObject headers = new JsonObject().put("Retry-After", Integer.toString(retryAfterSeconds));
        return onFirstOrder(effect("answer").put("status", status).put("headers", headers));
    }

    /** The same fault with an HTML page instead of JSON, as the exchange's firewall answers. */
    Fault asHtmlPage() {
        JsonObject page = effect.copy().put("contentType", "text/html").put("body", "<html>Access Denied</html>");
        return new Fault(endpoint, page, skip, count, chance, mustHit);
    }

    /** The same fault on every order request with a probability, decided by the seed; it may hit none. */
    Fault atRandom(String probability, long seed) {
        JsonObject random = new JsonObject().put("probability", probability).put("seed", seed);
        return new Fault(endpoint, effect, skip, null, random, false);
    }

    /** The same fault after the given number of requests has passed. */
    Fault skipping(int passing) {
        return new Fault(endpoint, effect, passing, count, chance, mustHit);
    }

    /** Executes the first order request later. */
    static Fault delayedExecution(long millis) {
        return onFirstOrder(effect("delayExecution").put("millis", millis));
    }

    /** Executes the first order request at once and answers it later. */
    static Fault delayedAnswer(long millis) {
        return onFirstOrder(effect("delayAnswer").put("millis", millis));
    }

    /** Changes the exchange's behaviour settings for the first order request only. */
    static Fault behaviourForFirstOrder(JsonObject behaviour) {
        return onFirstOrder(effect("behave").put("behaviour", behaviour));
    }

    /** @param effect lose, duplicate or disconnect */
    static Fault push(String channel, String effect) {
        return new Fault("PUSH " + channel, effect(effect), 0, null, new JsonObject(), false);
    }

    /** The fault rule for an endpoint whose requests carry no symbol. */
    JsonObject ruleForEndpoint(String path) {
        return ruleFor(null).put("endpoint", path);
    }

    /** The fault rule as the simulator's control API takes it. */
    JsonObject ruleFor(@Nullable String symbol) {
        return chance.copy()
                .put("endpoint", endpoint)
                .put("symbol", symbol)
                .put("skip", skip)
                .put("count", count)
                .put("effect", effect);
    }

    private static Fault onFirstOrder(JsonObject effect) {
        return new Fault(PLACE_ORDER, effect, 0, 1, new JsonObject(), true);
    }

    private static JsonObject effect(String type) {
        return new JsonObject().put("type", type);
    }
}
