package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One object a file, whose name says kind and name; and no file that no kustomization names. */
class FilesTest {

    @Test
    void aFileHoldsTheOneObjectThatItsNameSays() {
        assertThat(objects()).hasSizeGreaterThan(80).allSatisfy(file -> {
            List<JsonNode> objects = Project.documents(Project.text(file));
            assertThat(objects).as(file.toString()).hasSize(1);
            Manifest object = new Manifest(objects.getFirst());
            assertThat(file.getFileName().toString())
                    .isEqualTo(object.kind().toLowerCase(Locale.ROOT) + "-" + object.name() + ".yaml");
        });
    }

    /** A namespace in the file, because a renderer that adds one would add it to objects of the whole cluster, too. */
    @Test
    void everyObjectNamesItsNamespace() {
        assertThat(objects().stream()
                        .map(file -> new Manifest(
                                Project.documents(Project.text(file)).getFirst()))
                        .filter(object -> !List.of("Namespace", "GatewayClass").contains(object.kind())))
                .allMatch(object -> object.at("metadata.namespace").asText().equals("firstfill"));
    }

    @Test
    void everyFileIsInAKustomization() {
        assertThat(objects())
                .allSatisfy(file -> assertThat(Manifest.texts(kustomization(file.resolveSibling("kustomization.yaml"))
                                .path("resources")))
                        .as(file.toString())
                        .contains(file.getFileName().toString()));
    }

    private static JsonNode kustomization(Path file) {
        return Project.documents(Project.text(file)).getFirst();
    }

    private static List<Path> objects() {
        return Stream.of("base", "components", "overlays")
                .flatMap(folder -> Project.files(Path.of("k8s", folder)).stream())
                .filter(file -> file.toString().endsWith(".yaml"))
                .filter(file -> !file.getFileName().toString().matches("(kustomization|environments|patch-.*)\\.yaml"))
                .filter(Files::isRegularFile)
                .toList();
    }
}
