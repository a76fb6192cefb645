package io.firstfill.local.livecheck;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint answered.
 *
 * @param status 0 when there was no answer
 * @param headers by their names in lower case
 * @param micros from the request's first byte to the answer's last
 */
record Answer(int status, Map<String, List<String>> headers, String body, long micros) {
    /** The body as a JSON object; empty when it is none. */
    JsonObject object() {
        return value() instanceof JsonObject object ? object : new JsonObject();
    }

    /** The body as a JSON array; empty when it is none. */
    JsonArray array() {
        return value() instanceof JsonArray array ? array : new JsonArray();
    }

    boolean isJson() {
        return value() != null;
    }

    /** The status with the beginning of the body. */
    String brief() {
        String text = body.replaceAll("\\s+", " ").strip();
        return "HTTP " + status + " " + (text.length() > 90 ? text.substring(0, 90) + "…" : text);
    }

    private @Nullable Object value() {
        try {
            return Json.decodeValue(body);
        } catch (DecodeException e) {
            return null;
        }
    }
}
