package io.firstfill.k8s.strict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Project;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of kinds that have no Java model, in {@code schema/GROUP/VERSION/KIND.yaml}: the fields that the
 * manifests use, by the documentation of the operators. Wherever properties are listed, no other is allowed.
 */
final class Schemas {
    private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private Schemas() {}

    static Optional<String> fault(Manifest manifest) {
        return READ.computeIfAbsent(Models.kind(manifest), Schemas::read).validate(manifest.json()).stream()
                // An unknown field before what is missing because of it.
                .sorted(Comparator.comparing(message -> !isUnknown(message)))
                .map(Schemas::text)
                .findFirst();
    }

    private static String text(ValidationMessage message) {
        String place = message.getInstanceLocation().toString().replaceFirst("^\\$\\.?", "");
        return isUnknown(message)
                ? (place.isEmpty() ? "" : place + ".") + message.getProperty() + ": unknown field"
                : place + ": " + message.getMessage();
    }

    private static boolean isUnknown(ValidationMessage message) {
        return message.getType().equals("additionalProperties");
    }

    private static JsonSchema read(String kind) {
        try (InputStream file = Schemas.class.getResourceAsStream("/schema/" + kind + ".yaml")) {
            if (file == null) {
                throw new AssertionError("There is neither a model nor a schema for " + kind);
            }
            JsonNode schema = Project.documents(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .getFirst();
            close(schema);
            metadata(schema);
            return FACTORY.getSchema(
                    schema,
                    SchemaValidatorsConfig.builder().pathType(PathType.LEGACY).build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put("additionalProperties", false);
            if (!object.has("type")) {
                object.put("type", "object");
            }
        }
        schema.forEach(Schemas::close);
    }

    /** Adds what every object has: the schemas begin with {@code spec}. */
    private static void metadata(JsonNode schema) {
        ObjectNode properties = (ObjectNode) schema.path("properties");
        properties.putObject("apiVersion").put("type", "string");
        properties.putObject("kind").put("type", "string");
        ObjectNode metadata = properties.putObject("metadata");
        metadata.put("type", "object").put("additionalProperties", false);
        ObjectNode fields = metadata.putObject("properties");
        fields.putObject("name").put("type", "string");
        fields.putObject("namespace").put("type", "string");
        for (String map : new String[] {"labels", "annotations"}) {
            fields.putObject(map)
                    .put("type", "object")
                    .putObject("additionalProperties")
                    .put("type", "string");
        }
    }
}
