package io.firstfill.control.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Every field of every endpoint, read from the service's OpenAPI document: a field that is added to the API is found
 * without being listed here.
 */
final class ApiFields {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final JsonNode document;
    private final ObjectMapper json = new ObjectMapper();

    ApiFields(JsonNode document) {
        this.document = document;
    }

    /** Where a field stands in a request. */
    enum Place {
        PATH,
        QUERY,
        HEADER,
        BODY
    }

    /** One method of one path. */
    record Endpoint(String method, String path, JsonNode operation, JsonNode pathItem) {}

    /** @param name for a field of the body its path, such as {@code symbols.allow[0]} */
    record Field(Endpoint endpoint, Place place, String name) {
        @Override
        public String toString() {
            return endpoint.method() + " " + endpoint.path() + " " + place + " " + name;
        }
    }

    List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        String server = document.at("/servers/0/url").asText();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> endpoints.add(new Endpoint(
                                entry.getKey().toUpperCase(Locale.ROOT),
                                server + path.getKey(),
                                entry.getValue(),
                                path.getValue()))));
        return endpoints;
    }

    List<Field> fields(Endpoint endpoint) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode owner : List.of(endpoint.pathItem(), endpoint.operation())) {
            owner.path("parameters")
                    .forEach(parameter -> fields.add(new Field(
                            endpoint,
                            Place.valueOf(parameter.path("in").asText().toUpperCase(Locale.ROOT)),
                            parameter.path("name").asText())));
        }
        names(bodySchema(endpoint), "").forEach(name -> fields.add(new Field(endpoint, Place.BODY, name)));
        return fields;
    }

    boolean hasBody(Endpoint endpoint) {
        return !bodySchema(endpoint).isMissingNode();
    }

    /** Returns the JSON type of a field of the body, named by its path. */
    String type(Endpoint endpoint, String path) {
        JsonNode schema = bodySchema(endpoint);
        for (String step : path.split("[.]", -1)) {
            String name = step.replace("[0]", "");
            schema = resolved(schema.path("properties").path(name));
            schema = step.endsWith("[0]") ? resolved(schema.path("items")) : schema;
        }
        for (String type : List.of("integer", "boolean", "array", "object")) {
            if (schema.path("type").toString().contains(type)) {
                return type;
            }
        }
        return schema.has("properties") ? "object" : "string";
    }

    /** Returns a valid body: the required fields alone, with their examples. */
    ObjectNode leastBody(Endpoint endpoint) {
        return least(bodySchema(endpoint));
    }

    private ObjectNode least(JsonNode schema) {
        ObjectNode body = json.createObjectNode();
        schema.path("required")
                .forEach(name -> body.set(
                        name.asText(),
                        sample(name.asText(), schema.path("properties").path(name.asText()))));
        return body;
    }

    private JsonNode sample(String name, JsonNode property) {
        JsonNode schema = resolved(property);
        if (schema.has("properties")) {
            return least(schema);
        }
        for (JsonNode stated : List.of(property, schema)) {
            for (JsonNode value : List.of(
                    stated.path("examples").path(0),
                    stated.path("example"),
                    stated.path("enum").path(0))) {
                if (!value.isMissingNode()) {
                    return number(value, schema);
                }
            }
        }
        throw new IllegalStateException("The OpenAPI document has no example of the required field " + name);
    }

    /** Annotations hold examples of numbers as texts. */
    private static JsonNode number(JsonNode value, JsonNode schema) {
        boolean numeric = schema.path("type").toString().matches(".*(integer|number).*");
        return numeric && value.isTextual() ? LongNode.valueOf(value.asLong()) : value;
    }

    private JsonNode bodySchema(Endpoint endpoint) {
        return resolved(endpoint.operation()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema"));
    }

    private Set<String> names(JsonNode schema, String prefix) {
        Set<String> names = new LinkedHashSet<>();
        schema.path("properties").properties().forEach(property -> {
            String name = prefix + property.getKey();
            JsonNode type = resolved(property.getValue());
            names.add(name);
            names.addAll(names(type, name + "."));
            if (type.has("items")) {
                names.add(name + "[0]");
            }
        });
        return names;
    }

    /** Follows a reference, also one that stands beside {@code null} or a description. */
    private JsonNode resolved(JsonNode schema) {
        for (String combination : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode one : schema.path(combination)) {
                if (one.has("$ref")) {
                    return resolved(one);
                }
            }
        }
        return schema.has("$ref")
                ? resolved(document.at(schema.get("$ref").asText().substring(1)))
                : schema;
    }
}
