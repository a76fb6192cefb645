package io.firstfill.environment;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML document that knows its place, so that a fault names the file, the line and the field. */
final class YamlMapping {
    private final String file;
    /** The path of the mapping with a dot at its end; empty for the document. */
    private final String path;

    private final SequencedMap<String, Node> entries;
    /** The nodes of the keys, which stand where the setting does; a value that is a mapping begins a line later. */
    private final Map<String, Node> places;

    private YamlMapping(String file, String path, SequencedMap<String, Node> entries, Map<String, Node> places) {
        this.file = file;
        this.path = path;
        this.entries = entries;
        this.places = places;
    }

    private YamlMapping(String file, String path, MappingNode node) {
        this(file, path, new LinkedHashMap<>(), new HashMap<>());
        for (NodeTuple entry : node.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (key.isEmpty() || entries.putIfAbsent(key, entry.getValueNode()) != null) {
                throw fault(entry.getKeyNode(), path + key + (key.isEmpty() ? " has no key" : " stands twice"), null);
            }
            places.put(key, entry.getKeyNode());
        }
    }

    static YamlMapping parse(String file, String text) {
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node instanceof MappingNode mapping) {
                return new YamlMapping(file, "", mapping);
            }
        } catch (YAMLException e) {
            throw new EnvironmentsFileException(file + " is no YAML: " + firstLines(e), e);
        }
        throw new EnvironmentsFileException(file + " is no mapping with the key environments.");
    }

    Set<String> keys() {
        return entries.sequencedKeySet();
    }

    void requireKnown(Collection<String> known) {
        for (String key : entries.keySet()) {
            if (!known.contains(key)) {
                throw fault(key, "is no setting; there are " + String.join(", ", known), null);
            }
        }
    }

    /** Returns the mapping without a key that is read apart. */
    YamlMapping without(String key) {
        YamlMapping rest = new YamlMapping(file, path, new LinkedHashMap<>(entries), places);
        rest.entries.remove(key);
        return rest;
    }

    Optional<YamlMapping> mapping(String key) {
        return entries.containsKey(key) ? Optional.of(requireMapping(key)) : Optional.empty();
    }

    YamlMapping requireMapping(String key) {
        if (entries.get(key) instanceof MappingNode mapping) {
            return new YamlMapping(file, path + key + ".", mapping);
        }
        throw fault(key, "is no mapping", null);
    }

    /** Returns the values of a list, divided by commas. */
    Optional<String> list(String key, ValueKind kind) {
        Node node = entries.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw fault(key, "is no list", null);
        }
        List<String> values = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            String value = scalar(key, kind, item);
            if (value.contains(",")) {
                throw fault(key, "has a comma in a value", null);
            }
            values.add(value);
        }
        return Optional.of(String.join(",", values));
    }

    /** Returns everything that the mapping states, those of a section as {@code section.key}. */
    SequencedMap<String, String> settings(Section section) {
        requireKnown(section.keys());
        for (String required : section.required()) {
            if (!entries.containsKey(required)) {
                throw new EnvironmentsFileException(file + ": " + path + required + " is missing.");
            }
        }
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        section.values().forEach((key, kind) -> {
            Node node = entries.get(key);
            if (node != null) {
                settings.put(key, scalar(key, kind, node));
            }
        });
        section.lists().forEach((key, kind) -> list(key, kind).ifPresent(value -> settings.put(key, value)));
        section.sections()
                .forEach((key, inner) -> mapping(key)
                        .ifPresent(mapping -> mapping.settings(inner)
                                .forEach((name, value) -> settings.put(key + "." + name, value))));
        return settings;
    }

    EnvironmentsFileException fault(String key, String what, @Nullable Throwable cause) {
        Node node = places.get(key);
        return node == null
                ? new EnvironmentsFileException(file + ": " + path + key + " " + what + ".", cause)
                : fault(node, path + key + " " + what, cause);
    }

    private EnvironmentsFileException fault(Node node, String what, @Nullable Throwable cause) {
        int line = node.getStartMark().getLine() + 1;
        return new EnvironmentsFileException(file + ", line " + line + ": " + what + ".", cause);
    }

    private String scalar(String key, ValueKind kind, Node node) {
        if (node instanceof ScalarNode scalar && kind.fits(scalar.getValue())) {
            return kind.normalized(scalar.getValue());
        }
        throw fault(node, path + key + " must be " + kind.description(), null);
    }

    private static String firstLines(YAMLException e) {
        String message = e.getMessage();
        return message == null
                ? "unreadable"
                : message.lines()
                        .limit(3)
                        .reduce("", (a, b) -> a + " " + b.strip())
                        .strip();
    }
}
