package io.firstfill.local.monitoring;

import io.firstfill.testkit.document.ProjectTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The alert rules of {@code k8s/monitoring/rules}, as the tests read them. */
final class AlertRules {
    static final Path MONITORING = ProjectTree.root().resolve(Path.of("k8s", "monitoring"));

    /** One rule. */
    record AlertRule(String alert, String expr, Map<String, String> labels, Map<String, String> annotations) {
        String annotation(String name) {
            return annotations.getOrDefault(name, "");
        }
    }

    private AlertRules() {}

    static List<AlertRule> all() {
        return RuleFiles.of(ProjectTree.root()).objects().stream()
                .flatMap(AlertRules::rules)
                .toList();
    }

    private static Stream<AlertRule> rules(Path object) {
        return maps(map(yaml(object), "spec"), "groups")
                .flatMap(group -> maps(group, "rules"))
                .map(rule -> new AlertRule(
                        String.valueOf(rule.get("alert")),
                        String.valueOf(rule.get("expr")),
                        texts(rule, "labels"),
                        texts(rule, "annotations")));
    }

    static Map<String, Object> yaml(Path file) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Returns the files of a directory of the monitoring with this ending. */
    static List<Path> files(String directory, String ending) {
        try (Stream<Path> files = Files.list(MONITORING.resolve(directory))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + directory, e);
        }
    }

    @SuppressWarnings("unchecked") // YAML has maps by name
    private static Map<String, Object> map(Map<String, Object> in, String key) {
        return (Map<String, Object>) required(in, key);
    }

    @SuppressWarnings("unchecked") // a list of maps
    private static Stream<Map<String, Object>> maps(Map<String, Object> in, String key) {
        return ((List<Map<String, Object>>) required(in, key)).stream();
    }

    @SuppressWarnings("unchecked") // labels and annotations are texts
    private static Map<String, String> texts(Map<String, Object> in, String key) {
        return (Map<String, String>) required(in, key);
    }

    private static Object required(Map<String, Object> in, String key) {
        return Objects.requireNonNull(in.get(key), key);
    }
}
