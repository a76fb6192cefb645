package io.firstfill.acceptance.hostile;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One operation of an API with its fields, as the OpenAPI document of the service describes it.
 *
 * @param path from the root of the gateway, with names in braces
 */
record ApiOperation(String method, String path, List<ApiField> fields) {
    /** Tried on every operation, also where the document does not name them. */
    private static final List<String> HEADERS = List.of("Idempotency-Key", "If-Match", "If-None-Match");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final int MOST_DEPTH = 6;

    ApiOperation {
        fields = List.copyOf(fields);
    }

    /** All operations of a document. */
    static List<ApiOperation> of(JsonObject document) {
        List<ApiOperation> operations = new ArrayList<>();
        JsonObject paths = document.getJsonObject("paths");
        String server = document.getJsonArray("servers").getJsonObject(0).getString("url");
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            METHODS.stream()
                    .filter(item::containsKey)
                    .sorted()
                    .map(method -> of(document, server + path, method, item))
                    .forEach(operations::add);
        }
        return operations;
    }

    boolean hasBody() {
        return fields.stream().anyMatch(field -> field.place() == ApiField.Place.WHOLE_BODY);
    }

    private static ApiOperation of(JsonObject document, String path, String method, JsonObject item) {
        JsonObject operation = item.getJsonObject(method);
        List<ApiField> fields = new ArrayList<>();
        Stream.of(item, operation)
                .flatMap(owner -> objects(owner.getJsonArray("parameters", new JsonArray())))
                .map(parameter -> resolved(document, parameter))
                .forEach(parameter -> fields.add(new ApiField(
                        ApiField.Place.valueOf(parameter.getString("in").toUpperCase(Locale.ROOT)),
                        List.of(parameter.getString("name")))));
        HEADERS.stream()
                .map(name -> new ApiField(ApiField.Place.HEADER, List.of(name)))
                .filter(field -> !fields.contains(field))
                .forEach(fields::add);
        JsonObject body = operation.getJsonObject("requestBody");
        if (body != null) {
            fields.add(new ApiField(ApiField.Place.WHOLE_BODY, List.of()));
            JsonObject schema = resolved(document, body)
                    .getJsonObject("content")
                    .getJsonObject("application/json", new JsonObject())
                    .getJsonObject("schema", new JsonObject());
            addBodyFields(document, schema, List.of(), fields);
        }
        return new ApiOperation(method.toUpperCase(Locale.ROOT), path, fields);
    }

    private static void addBodyFields(JsonObject document, JsonObject given, List<String> path, List<ApiField> fields) {
        JsonObject schema = resolved(document, given);
        if (path.size() > MOST_DEPTH) {
            return;
        }
        for (String union : List.of("allOf", "anyOf", "oneOf")) {
            objects(schema.getJsonArray(union, new JsonArray()))
                    .forEach(part -> addBodyFields(document, part, path, fields));
        }
        JsonObject properties = schema.getJsonObject("properties", new JsonObject());
        for (String name : properties.fieldNames()) {
            addBodyField(document, properties.getJsonObject(name), with(path, name), fields);
        }
        if (schema.containsKey("items")) {
            addBodyField(document, schema.getJsonObject("items"), with(path, "*"), fields);
        }
    }

    private static void addBodyField(JsonObject document, JsonObject schema, List<String> path, List<ApiField> fields) {
        fields.add(new ApiField(ApiField.Place.BODY, path));
        addBodyFields(document, schema, path, fields);
    }

    private static List<String> with(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }

    private static JsonObject resolved(JsonObject document, JsonObject schema) {
        String reference = schema.getString("$ref");
        if (reference == null) {
            return schema;
        }
        JsonObject found = document;
        for (String name : reference.substring(2).split("/", -1)) {
            found = found.getJsonObject(name);
        }
        return found;
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }
}
