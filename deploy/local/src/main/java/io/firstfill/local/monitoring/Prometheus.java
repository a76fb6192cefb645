package io.firstfill.local.monitoring;

import io.firstfill.local.config.StartFailedException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The command line and the configuration of a Prometheus that reads the services of one local stack.
 *
 * @param program the executable
 * @param state where configuration, rules and data lie
 * @param port it listens on, on the loopback address alone
 */
public record Prometheus(Path program, Path state, int port) {
    /**
     * Returns the executable on the PATH.
     *
     * @throws StartFailedException where it is not installed
     */
    public static Path installed() {
        return find("prometheus", Objects.requireNonNullElse(System.getenv("PATH"), ""))
                .orElseThrow(() -> new StartFailedException("Prometheus is not installed: apt-get install prometheus,"
                        + " brew install prometheus, or start without --monitoring."));
    }

    /** Looks for a program in the directories of a PATH; empty where none has it. */
    static Optional<Path> find(String name, String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Writes rules and configuration.
     *
     * @param targets the port of each instance, by its component name; {@code trader-service-1} is of the job
     *     {@code trader-service}
     */
    public void prepare(RuleFiles rules, Map<String, Integer> targets) {
        Path ruleFiles = state.resolve("rules");
        rules.writeTo(ruleFiles);
        try {
            Files.writeString(configuration(), configurationOf(ruleFiles, targets));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + configuration(), e);
        }
    }

    public List<String> command() {
        return List.of(
                program.toString(),
                "--config.file=" + configuration(),
                "--storage.tsdb.path=" + state.resolve("data"),
                "--storage.tsdb.retention.time=7d",
                "--web.listen-address=127.0.0.1:" + port,
                "--log.level=warn");
    }

    private Path configuration() {
        return state.resolve("prometheus.yaml");
    }

    private static String configurationOf(Path rules, Map<String, Integer> targets) {
        String head = """
                global:
                  scrape_interval: 1s
                  evaluation_interval: 1s
                rule_files:
                  - "%s/*.yaml"
                scrape_configs:
                """.formatted(rules);
        StringBuilder text = new StringBuilder(head);
        targets.forEach((component, port) -> text.append(job(component, port)));
        return text.toString();
    }

    private static String job(String component, int port) {
        return """
                  - job_name: %s
                    metrics_path: /q/metrics
                    static_configs:
                      - targets: ["127.0.0.1:%d"]
                        labels: {job: %s}
                """.formatted(component, port, component.replaceFirst("-\\d+$", ""));
    }
}
