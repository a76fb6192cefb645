package io.firstfill.local.secrets;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes responses in the JSON envelopes of Vault's HTTP API. */
final class VaultResponses {
    private VaultResponses() {}

    static void data(RoutingContext call, JsonObject data) {
        send(call, 200, envelope(data, null));
    }

    static void auth(RoutingContext call, JsonObject auth) {
        send(call, 200, envelope(null, auth));
    }

    /** A 404 that carries the metadata of a deleted version, as Vault answers. */
    static void deleted(RoutingContext call, JsonObject data) {
        send(call, 404, envelope(data, null));
    }

    static void noContent(RoutingContext call) {
        call.response().setStatusCode(204).end();
    }

    static void notFound(RoutingContext call) {
        send(call, 404, new JsonObject().put("errors", new JsonArray()));
    }

    static void error(RoutingContext call, int status, String text) {
        send(call, status, new JsonObject().put("errors", new JsonArray().add(text)));
    }

    static void send(RoutingContext call, int status, JsonObject body) {
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(body.toBuffer());
    }

    private static JsonObject envelope(@Nullable JsonObject data, @Nullable JsonObject auth) {
        return new JsonObject()
                .put("request_id", UUID.randomUUID().toString())
                .put("lease_id", "")
                .put("renewable", false)
                .put("lease_duration", 0)
                .put("data", data)
                .put("wrap_info", null)
                .put("warnings", null)
                .put("auth", auth);
    }
}
