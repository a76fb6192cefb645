package io.firstfill.k8s.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One object of a rendered overlay. */
public record Manifest(JsonNode json) {

    public String kind() {
        return json.path("kind").asText();
    }

    public String apiVersion() {
        return json.path("apiVersion").asText();
    }

    public String name() {
        return json.path("metadata").path("name").asText();
    }

    /** Kind and name: {@code Deployment/keycloak}. */
    public String label() {
        return kind() + "/" + name();
    }

    /** Returns the node at a path such as {@code spec.template.spec}; a missing node where there is none. */
    public JsonNode at(String path) {
        JsonNode node = json;
        for (String field : path.split("\\.", -1)) {
            node = node.path(field);
        }
        return node;
    }

    public boolean isWorkload() {
        return kind().equals("Deployment") || kind().equals("StatefulSet");
    }

    /** Returns the containers of a workload, those that initialise it first. */
    public List<JsonNode> containers() {
        return Stream.of("initContainers", "containers")
                .flatMap(list -> stream(at("spec.template.spec." + list)))
                .toList();
    }

    /** Returns the variables of a workload's main container by name. */
    public Map<String, JsonNode> environment() {
        Map<String, JsonNode> variables = new TreeMap<>();
        stream(at("spec.template.spec.containers").path(0).path("env"))
                .forEach(variable -> variables.put(variable.path("name").asText(), variable));
        return variables;
    }

    /** Returns the value of a variable that stands in the manifest itself. */
    public String variable(String name) {
        JsonNode variable = environment().get(name);
        if (variable == null) {
            throw new AssertionError(label() + " has no variable " + name);
        }
        return variable.path("value").asText();
    }

    public String annotation(String name) {
        return json.path("metadata").path("annotations").path(name).asText();
    }

    public static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    public static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    /** Returns the fields of an object whose values are texts. */
    public static Map<String, String> map(JsonNode object) {
        Map<String, String> map = new TreeMap<>();
        object.properties()
                .forEach(field -> map.put(field.getKey(), field.getValue().asText()));
        return map;
    }
}
