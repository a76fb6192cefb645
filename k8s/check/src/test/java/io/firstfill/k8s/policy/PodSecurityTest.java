package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pod keeps the restricted standard of Kubernetes, and cannot write but where it must. */
class PodSecurityTest {

    @ParameterizedTest
    @EnumSource
    void theNamespaceRefusesOtherPods(Overlay overlay) {
        assertThat(Manifest.map(overlay.one("Namespace", "firstfill").at("metadata.labels")))
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }

    @ParameterizedTest
    @EnumSource
    void everyPodIsRestricted(Overlay overlay) {
        assertThat(Stream.concat(overlay.workloads(), overlay.jobs()).flatMap(workload -> breaches(workload).stream()))
                .isEmpty();
    }

    /** Strimzi takes the template of the pool alone: one in the Kafka would be for nothing. */
    @ParameterizedTest
    @EnumSource
    void everyPodOfKafkaIsRestrictedByItsPool(Overlay overlay) {
        boolean asksForItsRack =
                overlay.one("Kafka", "firstfill").at("spec.kafka").has("rack");

        assertThat(overlay.one("Kafka", "firstfill").at("spec.kafka").has("template"))
                .isFalse();
        assertThat(overlay.ofKind("KafkaNodePool").toList()).hasSize(2).allSatisfy(pool -> {
            JsonNode template = pool.at("spec.template");
            List<String> breaches = new ArrayList<>(ofOperator(pool, template.path("pod")));
            breaches.addAll(ofContainer(pool, template.path("kafkaContainer")));
            if (asksForItsRack && Manifest.texts(pool.at("spec.roles")).contains("broker")) {
                breaches.addAll(ofContainer(pool, template.path("initContainer")));
            }
            assertThat(breaches).isEmpty();
            assertThat(template.path("pod")
                            .path("terminationGracePeriodSeconds")
                            .asInt())
                    .isEqualTo(120);
        });
    }

    @ParameterizedTest
    @EnumSource
    void thePodOfTheEntityOperatorIsRestricted(Overlay overlay) {
        Manifest kafka = overlay.one("Kafka", "firstfill");
        JsonNode template = kafka.at("spec.entityOperator.template");
        List<String> breaches = new ArrayList<>(ofOperator(kafka, template.path("pod")));
        breaches.addAll(ofContainer(kafka, template.path("topicOperatorContainer")));
        breaches.addAll(ofContainer(kafka, template.path("userOperatorContainer")));

        assertThat(breaches).isEmpty();
    }

    /** What the restricted standard asks of a pod; the rest is the operator's. */
    private static List<String> ofOperator(Manifest owner, JsonNode pod) {
        List<String> breaches = new ArrayList<>();
        JsonNode security = pod.path("securityContext");
        require(security.path("runAsNonRoot").asBoolean(), owner, "runAsNonRoot", breaches);
        String seccomp = security.path("seccompProfile").path("type").asText();
        require(seccomp.equals("RuntimeDefault"), owner, "seccomp", breaches);
        return breaches;
    }

    private static List<String> ofContainer(Manifest owner, JsonNode container) {
        List<String> breaches = new ArrayList<>();
        JsonNode security = container.path("securityContext");
        require(isFalse(security.path("allowPrivilegeEscalation")), owner, "escalation", breaches);
        List<String> dropped = Manifest.texts(security.path("capabilities").path("drop"));
        require(dropped.equals(List.of("ALL")), owner, "capabilities", breaches);
        return breaches;
    }

    private static List<String> breaches(Manifest workload) {
        List<String> breaches = new ArrayList<>();
        JsonNode pod = workload.at("spec.template.spec");
        JsonNode security = pod.path("securityContext");
        require(security.path("runAsNonRoot").asBoolean(), workload, "runAsNonRoot", breaches);
        require(security.path("runAsUser").asInt() >= 1000, workload, "runAsUser", breaches);
        require(
                security.path("seccompProfile").path("type").asText().equals("RuntimeDefault"),
                workload,
                "seccomp",
                breaches);
        require(isFalse(pod.path("automountServiceAccountToken")), workload, "token of the account", breaches);
        require(isFalse(pod.path("enableServiceLinks")), workload, "service links", breaches);
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            require(pod.path(host).isMissingNode(), workload, host, breaches);
        }
        require(
                Manifest.stream(pod.path("volumes")).noneMatch(volume -> volume.has("hostPath")),
                workload,
                "hostPath",
                breaches);
        workload.containers().forEach(container -> container(workload, container, breaches));
        return breaches;
    }

    private static void container(Manifest workload, JsonNode container, List<String> breaches) {
        JsonNode security = container.path("securityContext");
        require(isFalse(security.path("allowPrivilegeEscalation")), workload, "escalation", breaches);
        require(security.path("readOnlyRootFilesystem").asBoolean(), workload, "read-only root", breaches);
        require(security.path("runAsNonRoot").asBoolean(), workload, "runAsNonRoot of the container", breaches);
        require(
                Manifest.texts(security.path("capabilities").path("drop")).equals(List.of("ALL")),
                workload,
                "capabilities",
                breaches);
        require(security.path("capabilities").path("add").isMissingNode(), workload, "added capabilities", breaches);
        require(security.path("privileged").isMissingNode(), workload, "privileged", breaches);
        require(mountsTmp(workload, container), workload, "an emptyDir at /tmp", breaches);
    }

    private static boolean mountsTmp(Manifest workload, JsonNode container) {
        return Manifest.stream(container.path("volumeMounts"))
                .filter(mount -> mount.path("mountPath").asText().equals("/tmp"))
                .anyMatch(mount -> Manifest.stream(workload.at("spec.template.spec.volumes"))
                        .anyMatch(volume -> volume.path("name").equals(mount.path("name"))
                                && volume.path("emptyDir").has("sizeLimit")));
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.asBoolean();
    }

    private static void require(boolean holds, Manifest workload, String what, List<String> breaches) {
        if (!holds) {
            breaches.add(workload.label() + ": " + what);
        }
    }
}
