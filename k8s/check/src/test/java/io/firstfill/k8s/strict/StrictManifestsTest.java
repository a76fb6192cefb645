package io.firstfill.k8s.strict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every object of every overlay has only fields that its kind has; one with another fails with the path of it. */
class StrictManifestsTest {

    @ParameterizedTest
    @EnumSource
    void everyFieldIsOneOfItsKind(Overlay overlay) {
        assertThat(overlay.manifests().stream()
                        .flatMap(manifest ->
                                Models.fault(manifest).map(fault -> manifest.label() + " " + fault).stream()))
                .isEmpty();
    }

    /** So that the rules above and below are about something. */
    @Test
    void thereAreObjectsOfEveryKindThatAnInstallationNeeds() {
        assertThat(Overlay.STAGING.manifests().stream().map(Manifest::kind).distinct())
                .contains(
                        "Namespace",
                        "Deployment",
                        "StatefulSet",
                        "NetworkPolicy",
                        "Kafka",
                        "KafkaTopic",
                        "KafkaUser",
                        "Cluster",
                        "ScheduledBackup",
                        "Gateway",
                        "HTTPRoute",
                        "SecurityPolicy",
                        "PodMonitor");
    }

    @ParameterizedTest
    @CsvSource({
        "StatefulSet, trader-service, spec.template.spec.containers[0].imagePullPolicyy",
        "StatefulSet, trader-service, spec.template.spec.terminationGracePeriod",
        "NetworkPolicy, trader-service, spec.egress[0].port",
        "Kafka, firstfill, spec.kafka.listeners[0].tsl",
        "Kafka, firstfill, spec.entityOperator.topicOperator.resource",
        "KafkaUser, trader-service, spec.authorization.acls[0].operationz",
        "KafkaTopic, orders.v1, spec.replica",
        "HTTPRoute, control, spec.rules[0].backendRefs[0].prot",
        "Gateway, firstfill, spec.listeners[0].tls.certificateRef",
        "Cluster, postgres, spec.postgresql.pg_hbaa",
        "ScheduledBackup, postgres, spec.shedule",
        "SecurityPolicy, apis, spec.jwt.providers[0].audience"
    })
    void aTypoFailsWithItsPath(String kind, String name, String path) {
        // Given an object with a field that its kind does not have
        ObjectNode bad = Overlay.STAGING.one(kind, name).json().deepCopy();
        int last = path.lastIndexOf('.');
        String pointer = "/" + path.substring(0, last).replace('.', '/').replaceAll("\\[(\\d+)]", "/$1");
        ((ObjectNode) bad.at(pointer)).set(path.substring(last + 1), TextNode.valueOf("typo"));

        // When and then
        assertThat(Models.fault(new Manifest(bad))).contains(path + ": unknown field");
    }

    @Test
    void aValueOfAnotherTypeFailsWithItsPath() {
        // Given a number of replicas that is a text, and a variable whose value is a number
        ObjectNode text =
                Overlay.STAGING.one("StatefulSet", "risk-service").json().deepCopy();
        ((ObjectNode) text.path("spec")).put("replicas", "2");
        ObjectNode number =
                Overlay.STAGING.one("StatefulSet", "risk-service").json().deepCopy();
        ((ObjectNode) number.at("/spec/template/spec/containers/0/env/0")).put("value", 3);
        ObjectNode instances = Overlay.STAGING.one("Cluster", "postgres").json().deepCopy();
        ((ObjectNode) instances.path("spec")).put("instances", "3");

        // When
        List<Optional<String>> faults = Stream.of(text, number, instances)
                .map(Manifest::new)
                .map(Models::fault)
                .toList();

        // Then
        assertThat(faults.get(0)).get().asString().startsWith("spec.replicas:");
        assertThat(faults.get(1)).get().asString().startsWith("spec.template.spec.containers[0].env[0].value:");
        assertThat(faults.get(2)).get().asString().startsWith("spec.instances:");
    }
}
