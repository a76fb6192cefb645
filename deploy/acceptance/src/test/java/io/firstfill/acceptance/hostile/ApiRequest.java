package io.firstfill.acceptance.hostile;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A request that is right but for one field, which has a hostile value. */
record ApiRequest(
        String method,
        String pathAndQuery,
        Map<String, String> headers,
        @Nullable String body) {
    private static final String MARK = "@@hostile@@";

    /** Parameters without which a request is refused before its other fields are looked at. */
    private static final Set<String> ALWAYS = Set.of("environment");

    ApiRequest {
        headers = Map.copyOf(headers);
    }

    /** @param good good values by the name of the field */
    static ApiRequest of(ApiOperation operation, ApiField hostile, JsonObject good, RandomGenerator random) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        Map<String, String> headers = new HashMap<>();
        for (ApiField field : operation.fields()) {
            boolean here = field.equals(hostile);
            switch (field.place()) {
                case PATH ->
                    path = path.replace(
                            "{" + field.name() + "}",
                            encoded(here ? HostileValue.parameter(random) : text(good, field.name())));
                case QUERY -> {
                    if (here || ALWAYS.contains(field.name())) {
                        query.add(field.name() + "="
                                + encoded(here ? HostileValue.parameter(random) : text(good, field.name())));
                    }
                }
                case HEADER -> {
                    if (here || good.containsKey(field.name())) {
                        headers.put(field.name(), here ? HostileValue.header(random) : good.getString(field.name()));
                    }
                }
                case BODY, WHOLE_BODY -> {}
            }
        }
        return new ApiRequest(
                operation.method(),
                query.isEmpty() ? path : path + "?" + String.join("&", query),
                headers,
                operation.hasBody() ? body(operation, hostile, good, random) : null);
    }

    private static String body(ApiOperation operation, ApiField hostile, JsonObject good, RandomGenerator random) {
        if (hostile.place() == ApiField.Place.WHOLE_BODY) {
            return HostileValue.json(random);
        }
        JsonObject body = new JsonObject();
        for (ApiField field : operation.fields()) {
            if (field.place() == ApiField.Place.BODY && field.path().size() == 1 && good.containsKey(field.name())) {
                body.put(field.name(), good.getValue(field.name()));
            }
        }
        if (hostile.place() == ApiField.Place.BODY) {
            body = (JsonObject) marked(body, hostile.path());
        }
        return body.encode().replace("\"" + MARK + "\"", HostileValue.json(random));
    }

    /** The value with a mark at the path, and nothing else changed. */
    private static Object marked(@Nullable Object value, List<String> path) {
        if (path.isEmpty()) {
            return MARK;
        }
        List<String> rest = path.subList(1, path.size());
        if (path.getFirst().equals("*")) {
            return new JsonArray().add("A*").add(marked(null, rest));
        }
        JsonObject object = value instanceof JsonObject given ? given.copy() : new JsonObject();
        return object.put(path.getFirst(), marked(object.getValue(path.getFirst()), rest));
    }

    private static String text(JsonObject good, String name) {
        return good.getValue(name, "1").toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The request as it can be typed again; long values are cut. */
    String described() {
        String text = method + " " + pathAndQuery + " " + headers + " " + body;
        return text.length() > 400 ? text.substring(0, 400) + "… (" + text.length() + ")" : text;
    }
}
