package io.firstfill.k8s.strict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Proves the check itself: of every kind, every field that an object has is misspelt once, wherever it stands, and the
 * check must name it. Only what is a map of free names to its kind is left out.
 */
class EveryFieldTest {
    /** Fields whose own fields are anybody's names. */
    private static final Pattern FREE =
            Pattern.compile(".*\\.(labels|annotations|matchLabels|data|selector|requests|limits"
                    + "|parameters|spec\\.kafka\\.config|spec\\.config|pairs)$");

    private final Set<String> tried = new HashSet<>();
    private final List<String> unnoticed = new ArrayList<>();

    @Test
    void everyMisspeltFieldIsNamed() {
        Overlay.TOKYO_LIVE.manifests().forEach(manifest -> misspell(manifest, manifest.json(), "", ""));

        assertThat(tried).hasSizeGreaterThan(300);
        assertThat(unnoticed).isEmpty();
    }

    private void misspell(Manifest manifest, JsonNode node, String pointer, String path) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                misspell(manifest, node.path(i), pointer + "/" + i, path + "[" + i + "]");
            }
        } else if (node.isObject() && !isFree(manifest, path)) {
            for (String field : fields(node)) {
                String below = path.isEmpty() ? field : path + "." + field;
                if (tried.add(manifest.kind() + " " + below.replaceAll("\\[\\d+]", "[]"))) {
                    misspell(manifest, pointer, field, below);
                }
                misspell(
                        manifest,
                        node.path(field),
                        pointer + "/" + field.replace("~", "~0").replace("/", "~1"),
                        below);
            }
        }
    }

    private static boolean isFree(Manifest manifest, String path) {
        // A Service selects by a plain map, everything else by matchLabels.
        boolean selector = path.endsWith(".selector") && !manifest.kind().equals("Service");
        return !selector && FREE.matcher("." + path).matches();
    }

    private void misspell(Manifest manifest, String pointer, String field, String path) {
        if (path.equals("kind") || path.equals("apiVersion")) {
            return;
        }
        ObjectNode bad = manifest.json().deepCopy();
        ObjectNode parent = pointer.isEmpty() ? bad : (ObjectNode) bad.at(pointer);
        JsonNode value = parent.path(field);
        parent.remove(field);
        parent.set(field + "x", value);
        String fault = Models.fault(new Manifest(bad)).orElse("");
        // What chooses a model by its value, as the type of a listener's authentication, is missed before it is
        // unknown.
        String above = path.replaceFirst("(^|\\.)[^.]*$", "") + ":";
        if (!fault.startsWith(path + "x: unknown field") && !fault.startsWith(above)) {
            unnoticed.add(manifest.label() + " " + path + ": " + fault);
        }
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
