package io.firstfill.acceptance.fault;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with requests or pushes of one pair.
 *
 * @param skip how many pass unharmed first
 * @param count how many are hit then; null for all
 * @param luck probability and seed; empty where a matching request is hit for certain
 * @param certain whether it must have hit for its scenario to prove anything; a push goes wrong only where somebody listens
 */
record Fault(
        String endpoint,
        JsonObject effect,
        int skip,
        @Nullable Integer count,
        JsonObject luck,
        boolean certain) {
    static final String ORDER_PUSHES = "spot@private.orders.v3.api.pb";
    static final String DEAL_PUSHES = "spot@private.deals.v3.api.pb";

    private static final String PLACE = "POST /api/v3/order";

    Fault {
        effect = effect.copy();
        luck = luck.copy();
    }

    /** This instead of the truth, and nothing is carried out. */
    static Fault answer(int status) {
        return onFirstOrder(effect("answer").put("status", status));
    }

    static Fault answerAfterExecution(int status) {
        return onFirstOrder(effect("answer").put("status", status).put("executed", true));
    }

    static Fault cut(boolean executed) {
        return onFirstOrder(effect("drop").put("executed", executed));
    }

    static Fault reset(boolean executed) {
        return onFirstOrder(effect("drop").put("executed", executed).put("reset", true));
    }

    /** Turned away unexecuted, and told for how long. */
    static Fault throttled(int status, int retryAfterSeconds) {
        JsonObject headers = new JsonObject().put("Retry-After", Integer.toString(retryAfterSeconds));
        return onFirstOrder(effect("answer").put("status", status).put("headers", headers));
    }

    /** As the firewall answers: a page instead of JSON. */
    Fault asPage() {
        JsonObject page = effect.copy().put("contentType", "text/html").put("body", "<html>Access Denied</html>");
        return new Fault(endpoint, page, skip, count, luck, certain);
    }

    /** Hits any order request with a probability, decided by the seed; it may hit none. */
    Fault atRandom(String probability, long seed) {
        JsonObject random = new JsonObject().put("probability", probability).put("seed", seed);
        return new Fault(endpoint, effect, skip, null, random, false);
    }

    /** Hits the n-th request instead of the first. */
    Fault later(int passing) {
        return new Fault(endpoint, effect, passing, count, luck, certain);
    }

    static Fault lateExecution(long millis) {
        return onFirstOrder(effect("delayExecution").put("millis", millis));
    }

    static Fault lateAnswer(long millis) {
        return onFirstOrder(effect("delayAnswer").put("millis", millis));
    }

    /** Other switches for the first order request only. */
    static Fault firstMeets(JsonObject behaviour) {
        return onFirstOrder(effect("behave").put("behaviour", behaviour));
    }

    /** @param effect lose, duplicate or disconnect */
    static Fault push(String channel, String effect) {
        return new Fault("PUSH " + channel, effect(effect), 0, null, new JsonObject(), false);
    }

    /** The rule for an endpoint that knows no symbol. */
    JsonObject at(String path) {
        return ruleFor(null).put("endpoint", path);
    }

    JsonObject ruleFor(@Nullable String symbol) {
        return luck.copy()
                .put("endpoint", endpoint)
                .put("symbol", symbol)
                .put("skip", skip)
                .put("count", count)
                .put("effect", effect);
    }

    private static Fault onFirstOrder(JsonObject effect) {
        return new Fault(PLACE, effect, 0, 1, new JsonObject(), true);
    }

    private static JsonObject effect(String type) {
        return new JsonObject().put("type", type);
    }
}
