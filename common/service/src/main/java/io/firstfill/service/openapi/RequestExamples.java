package io.firstfill.service.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Gives every body of a request an example: its required fields, and the others that have an example. */
final class RequestExamples {
    private static final String PREFIX = "#/components/schemas/";

    private final Components components;

    RequestExamples(Components components) {
        this.components = components;
    }

    void add(Paths paths) {
        paths.getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .map(operation -> Optional.ofNullable(operation.getRequestBody()))
                .flatMap(Optional::stream)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .forEach(media -> media.setExample(of(media.getSchema())));
    }

    private @Nullable Object of(Schema given) {
        Schema schema = resolved(given);
        if (schema.getProperties() != null) {
            return fields(schema);
        }
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return schema.getExamples().getFirst();
        }
        if (schema.getDefaultValue() != null) {
            return schema.getDefaultValue();
        }
        if (schema.getEnumeration() != null) {
            return schema.getEnumeration().getFirst();
        }
        return schema.getMinimum() != null ? schema.getMinimum() : null;
    }

    private Map<String, Object> fields(Schema schema) {
        Map<String, Object> example = new LinkedHashMap<>();
        Set<String> required =
                new TreeSet<>(Optional.ofNullable(schema.getRequired()).orElse(List.of()));
        schema.getProperties().forEach((name, property) -> {
            boolean stated =
                    property.getExamples() != null || resolved(property).getProperties() != null;
            Object value = required.contains(name) || stated ? of(property) : null;
            if (value != null) {
                boolean list = List.of(SchemaType.ARRAY).equals(property.getType()) && !(value instanceof List<?>);
                example.put(name, list ? List.of(value) : value);
            }
        });
        return example;
    }

    private Schema resolved(Schema schema) {
        return schema.getRef() == null
                ? schema
                : components.getSchemas().getOrDefault(schema.getRef().substring(PREFIX.length()), schema);
    }
}
