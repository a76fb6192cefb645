package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Topic;
import io.firstfill.contract.Topics;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The topics of the cluster are those of the code, kept as long and in as many partitions. */
class TopicsTest {

    @ParameterizedTest
    @EnumSource
    void theTopicsAreThoseOfTheCode(Overlay overlay) {
        Map<String, Map<String, String>> stated =
                Topics.all().stream().collect(Collectors.toMap(Topic::name, topic -> expected(topic, overlay)));

        assertThat(overlay.ofKind("KafkaTopic").collect(Collectors.toMap(Manifest::name, TopicsTest::settings)))
                .isEqualTo(stated);
    }

    private static Map<String, String> expected(Topic topic, Overlay overlay) {
        Map<String, String> settings = new TreeMap<>(topic.config());
        settings.put("partitions", Integer.toString(topic.partitions()));
        settings.put("replicas", overlay.isShared() ? "3" : "1");
        settings.put("min.insync.replicas", overlay.isShared() ? "2" : "1");
        return settings;
    }

    private static Map<String, String> settings(Manifest topic) {
        Map<String, String> settings = new TreeMap<>(Manifest.map(topic.at("spec.config")));
        settings.put("partitions", topic.at("spec.partitions").asText());
        settings.put("replicas", topic.at("spec.replicas").asText());
        return settings;
    }

    @ParameterizedTest
    @EnumSource
    void whatTheBrokerKeepsForItselfIsReplicatedTheSame(Overlay overlay) {
        Map<String, String> config =
                Manifest.map(overlay.one("Kafka", "firstfill").at("spec.kafka").path("config"));
        String replicas = overlay.isShared() ? "3" : "1";
        String inSync = overlay.isShared() ? "2" : "1";

        assertThat(config)
                .containsEntry("auto.create.topics.enable", "false")
                .containsEntry("default.replication.factor", replicas)
                .containsEntry("offsets.topic.replication.factor", replicas)
                .containsEntry("transaction.state.log.replication.factor", replicas)
                .containsEntry("transaction.state.log.min.isr", inSync)
                .containsEntry("min.insync.replicas", inSync)
                // risk-service/README.md has the reason.
                .containsEntry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        assertThat(overlay.one("StatefulSet", "risk-service").variable("FIRSTFILL_RISK_REPLICATION_FACTOR"))
                .isEqualTo(replicas);
    }

    @ParameterizedTest
    @EnumSource
    void theBrokerIsOfTheVersionThatTheTestsUse(Overlay overlay) {
        assertThat(overlay.one("Kafka", "firstfill").at("spec.kafka.version").asText())
                .isEqualTo(Project.version("kafka.version"));
    }
}
