package io.firstfill.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A program of Prometheus that checks files: promtool or amtool. */
record MonitoringTool(Path program) {
    private static final int MINUTES = 2;

    /**
     * Returns the program on the PATH. Where it is missing, the test is skipped and says so; in the whole check of a
     * bare machine, which installs it, the test fails.
     */
    static MonitoringTool named(String name) {
        return Prometheus.find(name, variable("PATH")).map(MonitoringTool::new).orElseGet(() -> missing(name));
    }

    private static MonitoringTool missing(String name) {
        String sentence = name + " is not installed: apt-get install prometheus prometheus-alertmanager";
        return variable("FIRSTFILL_CI").equals("true") ? fail(sentence) : abort(sentence);
    }

    /** Runs the program in a directory and asserts that it succeeds; a failure shows what it printed. */
    void passes(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as("%s%n%s", command, output).isZero();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String variable(String name) {
        return Objects.requireNonNullElse(System.getenv(name), "");
    }
}
