package io.firstfill.local.client;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** An HTTP answer with a JSON body, or with none. */
public record Answer(int status, String body, HttpResponse<String> raw) {
    public JsonObject json() {
        return new JsonObject(body);
    }

    public List<JsonObject> array() {
        return objects(new JsonArray(body));
    }

    /** The rows of a page of the ledger. */
    public List<JsonObject> items() {
        return objects(json().getJsonArray("items"));
    }

    public Optional<String> header(String name) {
        return raw.headers().firstValue(name);
    }

    /** This answer, unless its status is another one. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new UnexpectedAnswer(
                    raw.request().method() + " " + raw.uri().getPath() + " answered " + status + ": " + body.strip());
        }
        return this;
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
