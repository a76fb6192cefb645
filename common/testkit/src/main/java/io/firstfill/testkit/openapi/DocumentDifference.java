package io.firstfill.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The places in which two documents differ; the order of keys does not count. */
final class DocumentDifference {
    private static final int SHOWN = 40;

    private final List<String> found = new ArrayList<>();

    private DocumentDifference() {}

    static List<String> between(JsonNode committed, JsonNode served) {
        DocumentDifference difference = new DocumentDifference();
        difference.compare("", committed, served);
        return difference.found.stream().limit(SHOWN).toList();
    }

    private void compare(String path, JsonNode committed, JsonNode served) {
        if (committed.isObject() && served.isObject()) {
            Set<String> names = new TreeSet<>();
            committed.fieldNames().forEachRemaining(names::add);
            served.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + "/" + name, committed.path(name), served.path(name)));
        } else if (committed.isArray() && served.isArray() && committed.size() == served.size()) {
            for (int i = 0; i < committed.size(); i++) {
                compare(path + "/" + i, committed.path(i), served.path(i));
            }
        } else if (!Objects.equals(committed, served)) {
            found.add(path + ": " + shown(committed) + ", served " + shown(served));
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
