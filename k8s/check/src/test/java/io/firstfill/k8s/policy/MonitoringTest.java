package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An installation that others rely on has every alert rule; one machine has no Prometheus to read them. */
class MonitoringTest {

    @ParameterizedTest
    @EnumSource(names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
    void everyFileOfRulesIsInTheCluster(Overlay overlay) {
        List<String> files = Project.files(Path.of("k8s/monitoring/rules")).stream()
                .map(file -> new Manifest(Project.documents(Project.text(file)).getFirst()).name())
                .toList();

        assertThat(files).isNotEmpty();
        assertThat(overlay.ofKind("PrometheusRule").map(Manifest::name)).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void oneMachineHasNone() {
        assertThat(Overlay.LOCAL.ofKind("PrometheusRule")).isEmpty();
        assertThat(Overlay.LOCAL.ofKind("PodMonitor")).isEmpty();
    }
}
