package io.firstfill.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.testkit.openapi.ApiDescription.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of an OpenAPI document from which a client can be generated and used without edits. Each breach says what
 * to do: most often a new endpoint lacks an annotation.
 */
public final class DocumentRules {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    private final ApiDescription api;
    private final JsonSchemas schemas;
    private final List<String> breaches = new ArrayList<>();

    private DocumentRules(ApiDescription api) {
        this.api = api;
        this.schemas = new JsonSchemas(api.document());
    }

    /** Returns every breach, each with what to do. */
    public static List<String> breaches(ApiDescription api) {
        DocumentRules rules = new DocumentRules(api);
        Set<String> names = new HashSet<>();
        api.operations().forEach(operation -> rules.check(operation, names));
        rules.checkSchemas(api.document().at("/components/schemas"));
        rules.checkExamples("#", api.document());
        return List.copyOf(rules.breaches);
    }

    private void check(Operation operation, Set<String> names) {
        JsonNode description = operation.description();
        String name = description.path("operationId").asText();
        require(!name.isEmpty(), operation, "has no operationId: give @Operation one, a good name of a function");
        require(names.add(name), operation, "has the operationId of another operation: " + name);
        require(description.path("tags").size() == 1, operation, "has not one tag: give the resource @Tag");
        require(
                description.hasNonNull("summary") || description.hasNonNull("description"),
                operation,
                "has no summary: give it one in @Operation");
        require(description.has("security"), operation, "does not say who may call it: give it @RolesAllowed");
        description.path("parameters").forEach(parameter -> checkParameter(operation, parameter));
        JsonNode body = description.path("requestBody");
        if (!body.isMissingNode()) {
            require(isNamed(body.at("/content/application~1json/schema")), operation, "takes a body without a name");
        }
        checkResponses(operation, description.path("responses"));
    }

    private void checkParameter(Operation operation, JsonNode parameter) {
        JsonNode schema = api.resolved(parameter.path("schema"));
        boolean bounded = !schema.path("type").asText().equals("string")
                || schema.has("pattern")
                || schema.has("format")
                || schema.has("enum")
                || schema.has("maxLength");
        require(
                bounded && !schema.isMissingNode(),
                operation,
                "has the parameter " + parameter.path("name").asText()
                        + " without a form: give @Parameter a schema with pattern, format, enumeration or range");
    }

    private void checkResponses(Operation operation, JsonNode responses) {
        boolean success = false;
        for (Map.Entry<String, JsonNode> each : responses.properties()) {
            String status = each.getKey();
            JsonNode content = api.resolved(each.getValue()).path("content");
            if (status.startsWith("2")) {
                success = true;
                require(
                        !content.isEmpty(),
                        operation,
                        "gives " + status + " without a schema: @APIResponse(content = @Content(schema = …)), or a"
                                + " return type instead of Response");
                content.properties()
                        .forEach(media -> require(
                                !media.getKey().equals(JSON)
                                        || isNamed(media.getValue().path("schema")),
                                operation,
                                "gives " + status + " with a body that has no name: return a record"));
            } else if (status.startsWith("3")) {
                require(content.isMissingNode(), operation, "gives " + status + " with a body");
            } else {
                require(
                        content.at("/" + PROBLEM.replace("/", "~1") + "/schema/$ref")
                                .asText()
                                .endsWith("/Problem"),
                        operation,
                        "refuses with " + status + " and no Problem: name the status in Refusals");
            }
        }
        require(success, operation, "states no success");
    }

    /** A named schema, or a list of them. */
    private static boolean isNamed(JsonNode schema) {
        return schema.has("$ref") || schema.path("items").has("$ref");
    }

    /** An object inside another has a name of its own, and no field is a number where the API writes texts. */
    private void checkSchemas(JsonNode named) {
        named.properties().forEach(entry -> {
            JsonNode schema = entry.getValue();
            schema.path("properties").properties().forEach(property -> {
                String at = entry.getKey() + "." + property.getKey();
                if (property.getValue().has("properties")) {
                    breaches.add(at + " is an object without a name: make it a record");
                }
                if (property.getValue().path("type").asText().equals("number")) {
                    breaches.add(at + " is a floating number: use a value type of the contract");
                }
            });
        });
    }

    private void checkExamples(String path, JsonNode node) {
        if (node.isObject()) {
            boolean schema = node.has("type") || node.has("$ref");
            if (schema && node.path("examples").isArray()) {
                node.path("examples").forEach(example -> checkExample(path, node, example));
            }
            if (schema && node.has("default") && node.has("type")) {
                checkExample(path, node, node.path("default"));
            }
            if (node.has("schema") && node.has("example")) {
                checkExample(path, node.path("schema"), node.path("example"));
            }
        }
        if (node.isContainerNode()) {
            if (node.isObject()) {
                node.properties().forEach(entry -> checkExamples(path + "/" + entry.getKey(), entry.getValue()));
            } else {
                node.forEach(element -> checkExamples(path + "/-", element));
            }
        }
    }

    private void checkExample(String path, JsonNode schema, JsonNode example) {
        List<String> violations = schemas.violations(schema, example);
        if (!violations.isEmpty()) {
            breaches.add(path + " has the example " + example + ", which its schema does not allow: " + violations);
        }
    }

    private void require(boolean kept, Object subject, String breach) {
        if (!kept) {
            breaches.add(subject + " " + breach);
        }
    }
}
