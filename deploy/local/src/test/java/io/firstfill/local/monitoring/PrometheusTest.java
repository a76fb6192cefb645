package io.firstfill.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.testkit.document.ProjectTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that the configuration for the local stack reads every instance under its service's name, with our rules. */
class PrometheusTest {
    private final Map<String, Integer> targets =
            new LinkedHashMap<>(Map.of("trader-service", 8093, "trader-service-1", 8089));

    @Test
    void everyInstanceIsReadUnderTheNameOfItsService(@TempDir Path state) throws IOException {
        prepared(state);

        String written = Files.readString(state.resolve("prometheus.yaml"));
        assertThat(written).contains("127.0.0.1:8093", "127.0.0.1:8089", "job_name: trader-service-1");
        assertThat(written.lines().filter(line -> line.endsWith("labels: {job: trader-service}")))
                .hasSize(2);
        assertThat(state.resolve("rules").resolve("money.yaml")).content().startsWith("{\"groups\":");
    }

    @Test
    void promtoolAcceptsTheConfiguration(@TempDir Path state) {
        MonitoringTool promtool = MonitoringTool.named("promtool");
        prepared(state);

        promtool.passes(state, "check", "config", "prometheus.yaml");
    }

    @Test
    void aProgramIsFoundOnThePathOrNowhere(@TempDir Path directory) throws IOException {
        Path program = Files.createFile(directory.resolve("promtool"));
        assertThat(Prometheus.find("promtool", directory.toString())).isEmpty();

        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(Prometheus.find("promtool", "/nowhere:" + directory)).contains(program);
    }

    private void prepared(Path state) {
        new Prometheus(Path.of("prometheus"), state, 9999).prepare(RuleFiles.of(ProjectTree.root()), targets);
    }
}
