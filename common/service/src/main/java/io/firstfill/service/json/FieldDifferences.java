package io.firstfill.service.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares two JSON values field by field. A field that is null counts as absent. The order of a list does not count:
 * the lists of settings and configurations are sets, such as the patterns of a symbol filter.
 */
public final class FieldDifferences {
    private final List<FieldDifference> found = new ArrayList<>();

    private FieldDifferences() {}

    /** Returns the differences in the order of their paths. */
    public static List<FieldDifference> between(JsonNode from, JsonNode to) {
        FieldDifferences differences = new FieldDifferences();
        differences.compare("", from, to);
        return differences.found.stream()
                .sorted(Comparator.comparing(FieldDifference::path))
                .toList();
    }

    private void compare(String path, JsonNode from, JsonNode to) {
        if (from.isObject() || to.isObject()) {
            compareFields(path, from, to);
        } else if (!isSame(from, to)) {
            found.add(new FieldDifference(path, value(from), value(to)));
        }
    }

    private void compareFields(String path, JsonNode from, JsonNode to) {
        Set<String> names = new LinkedHashSet<>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> compare(path.isEmpty() ? name : path + '.' + name, from.path(name), to.path(name)));
        if (isValue(from) || isValue(to)) {
            found.add(new FieldDifference(path, value(from), value(to)));
        }
    }

    private static boolean isSame(JsonNode from, JsonNode to) {
        if (from.isArray() && to.isArray()) {
            return elements(from).equals(elements(to));
        }
        return isAbsent(from) ? isAbsent(to) : from.equals(to);
    }

    private static List<String> elements(JsonNode array) {
        List<String> elements = new ArrayList<>();
        array.forEach(element -> elements.add(element.toString()));
        return elements.stream().sorted().toList();
    }

    private static boolean isValue(JsonNode node) {
        return !node.isObject() && !isAbsent(node);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isNull() || node instanceof MissingNode;
    }

    private static @Nullable JsonNode value(JsonNode node) {
        return isAbsent(node) || node.isObject() ? null : node;
    }
}
