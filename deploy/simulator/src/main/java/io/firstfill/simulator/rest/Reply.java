package io.firstfill.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.simulator.fault.Effect;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.order.Refusal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP answer.
 *
 * @param code the business code of the result, 200 for success
 * @param orderId the order that this answer acknowledges, if any
 */
record Reply(
        int status,
        int code,
        String contentType,
        Map<String, String> headers,
        String body,
        @Nullable String orderId) {

    private static final String JSON = "application/json;charset=utf-8";

    static Reply ok(JsonNode body) {
        return new Reply(200, 200, JSON, Map.of(), body.toString(), null);
    }

    static Reply acknowledged(JsonNode body, String orderId) {
        return new Reply(200, 200, JSON, Map.of(), body.toString(), orderId);
    }

    static Reply refused(Refusal refusal) {
        return refused(refusal, Map.of());
    }

    static Reply refused(Refusal refusal, Map<String, String> headers) {
        String body = Json.MAPPER
                .createObjectNode()
                .put("code", refusal.code())
                .put("msg", refusal.message())
                .toString();
        return new Reply(refusal.status(), refusal.code(), JSON, headers, body, null);
    }

    static Reply injected(Effect.Answer answer) {
        return new Reply(
                answer.status(),
                answer.status(),
                Objects.requireNonNull(answer.contentType()),
                Objects.requireNonNull(answer.headers()),
                Objects.requireNonNull(answer.body()),
                null);
    }
}
