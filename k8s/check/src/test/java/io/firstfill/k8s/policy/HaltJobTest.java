package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A halt without control is one command, because all that it needs is in the cluster before it is needed. */
class HaltJobTest {

    @ParameterizedTest
    @EnumSource
    void itReachesKafkaAsTheServicesDoByItsOwnCertificate(Overlay overlay) {
        Manifest halt = halt(overlay);
        Map<String, String> service = kafka(overlay.one("StatefulSet", "trader-service"));

        assertThat(halt.environment().keySet()).hasSize(7).isEqualTo(service.keySet());
        assertThat(kafka(halt)).isEqualTo(service);
        assertThat(halt.at("spec.template.metadata.labels")
                        .path("app.kubernetes.io/name")
                        .asText())
                .as("what the network policies select")
                .isEqualTo("halt");
        assertThat(secrets(halt)).containsExactlyInAnyOrder("firstfill-cluster-ca-cert", "halt");
        assertThat(overlay.one("KafkaUser", "halt")
                        .at("spec.authentication.type")
                        .asText())
                .isEqualTo("tls");
        assertThat(Objects.requireNonNull(halt.environment().get("KAFKA_SSL_KEYSTORE_PASSWORD"))
                        .at("/valueFrom/secretKeyRef/name")
                        .asText())
                .isEqualTo("halt");
    }

    @ParameterizedTest
    @EnumSource
    void itNeverRunsByItselfAndNeverTwice(Overlay overlay) {
        assertThat(overlay.one("CronJob", "halt").at("spec.suspend").asBoolean())
                .isTrue();
        assertThat(halt(overlay).at("spec.backoffLimit").asInt(-1)).isZero();
        assertThat(halt(overlay).at("spec.template.spec.restartPolicy").asText())
                .isEqualTo("Never");
    }

    @Test
    void theRunbookMakesAJobOfIt() {
        assertThat(Project.text(Path.of("k8s/runbook/halt.md"))).contains("--from=cronjob/halt");
    }

    private static Manifest halt(Overlay overlay) {
        return new Manifest(overlay.one("CronJob", "halt").at("spec.jobTemplate"));
    }

    private static Map<String, String> kafka(Manifest workload) {
        return workload.environment().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("KAFKA_"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        variable -> variable.getValue().path("value").asText(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Set<String> secrets(Manifest workload) {
        return Manifest.stream(workload.at("spec.template.spec.volumes"))
                .map(volume -> volume.path("secret").path("secretName"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
