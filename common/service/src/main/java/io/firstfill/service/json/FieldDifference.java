package io.firstfill.service.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One field in which two values differ, as JSON. A side without the field is null.
 *
 * @param path of the field, such as {@code caps.spend}
 */
public record FieldDifference(
        String path, @Nullable JsonNode from, @Nullable JsonNode to) {}
