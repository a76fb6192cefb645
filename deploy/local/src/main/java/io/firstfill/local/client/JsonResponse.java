package io.firstfill.local.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** An HTTP response whose body is JSON or empty. */
public record JsonResponse(int status, String body, HttpResponse<String> raw) {
    public JsonObject json() {
        return new JsonObject(body);
    }

    public List<JsonObject> array() {
        return objects(new JsonArray(body));
    }

    /** The items of one page of a list in the ledger's API. */
    public List<JsonObject> items() {
        return objects(json().getJsonArray("items"));
    }

    public Optional<String> header(String name) {
        return raw.headers().firstValue(name);
    }

    /**
     * Checks the status and returns this response.
     *
     * @throws UnexpectedResponseException when the response has another status
     */
    public JsonResponse expect(int expected) {
        if (status != expected) {
            throw new UnexpectedResponseException(
                    raw.request().method() + " " + raw.uri().getPath() + " answered " + status + ": " + body.strip());
        }
        return this;
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
