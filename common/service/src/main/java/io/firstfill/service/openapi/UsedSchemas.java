package io.firstfill.service.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The named schemas that operations use, directly or through others. */
final class UsedSchemas {
    private static final String PREFIX = "#/components/schemas/";

    private final OpenAPI document;
    private final Set<String> used = new TreeSet<>();

    UsedSchemas(OpenAPI document) {
        this.document = document;
    }

    /** Removes the schemas that nothing uses, and puts the others in the order of their names. */
    void removeOthers() {
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(this::follow);
        responses(Optional.ofNullable(document.getComponents().getResponses())
                .orElse(Map.of())
                .values());
        Optional.ofNullable(document.getComponents().getHeaders())
                .orElse(Map.of())
                .values()
                .forEach(header -> follow(header.getSchema()));
        Map<String, Schema> kept = new LinkedHashMap<>();
        new TreeMap<>(document.getComponents().getSchemas()).forEach((name, schema) -> {
            if (used.contains(name)) {
                kept.put(name, schema);
            }
        });
        document.getComponents().setSchemas(kept);
    }

    private void follow(Operation operation) {
        Stream.ofNullable(operation.getParameters())
                .flatMap(Collection::stream)
                .map(Parameter::getSchema)
                .forEach(this::follow);
        content(Optional.ofNullable(operation.getRequestBody())
                .map(RequestBody::getContent)
                .orElse(null));
        responses(operation.getResponses().getAPIResponses().values());
    }

    private void responses(Collection<APIResponse> responses) {
        responses.forEach(response -> {
            content(response.getContent());
            Stream.ofNullable(response.getHeaders())
                    .flatMap(headers -> headers.values().stream())
                    .map(Header::getSchema)
                    .forEach(this::follow);
        });
    }

    private void content(@Nullable Content content) {
        Stream.ofNullable(content)
                .flatMap(found -> found.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .forEach(this::follow);
    }

    private void follow(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        String reference = schema.getRef();
        if (reference != null) {
            String name = reference.substring(PREFIX.length());
            if (used.add(name)) {
                follow(document.getComponents().getSchemas().get(name));
            }
            return;
        }
        follow(schema.getItems());
        follow(schema.getAdditionalPropertiesSchema());
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(this::follow);
        Stream.ofNullable(schema.getProperties())
                .flatMap(properties -> properties.values().stream())
                .forEach(this::follow);
    }
}
