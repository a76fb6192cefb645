package io.firstfill.local.gateway;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * A refusal or failure in the format of RFC 9457, {@code application/problem+json}.
 *
 * @param headers what belongs to the status, such as {@code Allow}
 */
record Problem(int status, String detail, Map<String, String> headers) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(int status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    static Problem methodNotAllowed(List<String> allowed) {
        return new Problem(405, "This path is not served for this method", Map.of("Allow", String.join(", ", allowed)));
    }

    static Problem busy() {
        return new Problem(
                503, "Too many requests wait for the service behind this path; try again", Map.of("Retry-After", "1"));
    }

    /** @param instance the path as the caller sent it; empty where no request could be read */
    Buffer body(String instance, String correlationId) {
        JsonObject body = new JsonObject()
                .put("type", "about:blank")
                .put("title", title())
                .put("status", status)
                .put("detail", detail);
        if (!instance.isEmpty()) {
            body.put("instance", instance);
        }
        return body.put("correlationId", correlationId).toBuffer();
    }

    String title() {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }
}
