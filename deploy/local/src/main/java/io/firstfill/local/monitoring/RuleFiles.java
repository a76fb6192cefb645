package io.firstfill.local.monitoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The alert rules of the cluster. There they are the {@code spec} of {@code PrometheusRule} objects, which an operator
 * hands to Prometheus; Prometheus itself reads files that hold the {@code spec} alone.
 */
public final class RuleFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;

    private RuleFiles(Path directory) {
        this.directory = directory;
    }

    /** @param project the root of the source tree */
    public static RuleFiles of(Path project) {
        return new RuleFiles(project.resolve(Path.of("k8s", "monitoring", "rules")));
    }

    /** Returns the files of the objects, by name. */
    public List<Path> objects() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + directory, e);
        }
    }

    /** Writes each object's rules to a file of the same name, in JSON, which is YAML too. */
    public void writeTo(Path target) {
        try {
            Files.createDirectories(target);
            for (Path object : objects()) {
                Files.writeString(target.resolve(object.getFileName()), JSON.writeValueAsString(spec(object)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the alert rules to " + target, e);
        }
    }

    private static Object spec(Path object) throws IOException {
        Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(object));
        Object spec = read.get("spec");
        if (spec == null) {
            throw new IllegalStateException(object + " is no PrometheusRule: it has no spec");
        }
        return spec;
    }
}
