package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The realm of a cluster is the local one, without what is only for one machine. */
class RealmTest {
    private static final Path LOCAL = Path.of("deploy/local/realm/firstfill-realm.json");
    private static final Path CLUSTER = Path.of("k8s/base/identity/firstfill-realm.json");

    @Test
    void theRealmOfAClusterHasNoPeopleNoPasswordsAndItsOwnAddress() {
        // Given the local realm
        ObjectNode expected = (ObjectNode) Project.json(LOCAL);

        // When what is for one machine is taken away
        expected.remove("users");
        expected.put("sslRequired", "external");
        ArrayNode clients = (ArrayNode) expected.path("clients");
        for (int i = clients.size() - 1; i >= 0; i--) {
            if (clients.path(i).path("directAccessGrantsEnabled").asBoolean()) {
                clients.remove(i);
            }
        }
        ObjectNode panel = (ObjectNode) clients.path(0);
        panel.putArray("redirectUris").add("${FIRSTFILL_ORIGIN}/signed-in");
        ((ObjectNode) panel.path("attributes")).put("post.logout.redirect.uris", "${FIRSTFILL_ORIGIN}/signed-out");

        // Then the realm of a cluster is left
        assertThat(Project.json(CLUSTER)).isEqualTo(expected);
    }

    /** Keycloak replaces the variable when it imports the file. */
    @Test
    void keycloakKnowsTheAddressThatTheRealmNames() {
        JsonNode origin =
                Overlay.TOKYO.one("Deployment", "keycloak").environment().get("FIRSTFILL_ORIGIN");

        assertThat(origin).isNotNull();
        assertThat(origin.at("/valueFrom/configMapKeyRef/key").asText()).isEqualTo("origin");
        assertThat(Manifest.texts(Overlay.TOKYO
                        .one("Deployment", "keycloak")
                        .at("spec.template.spec.containers")
                        .path(0)
                        .path("args")))
                .contains("--hostname=$(FIRSTFILL_ORIGIN)/auth", "--import-realm", "--proxy-headers=xforwarded");
    }

    @Test
    void keycloakStartsAsInTheLocalStack() {
        String local = Project.text(
                Path.of("deploy/local/src/main/java/io/firstfill/local/identity/KeycloakDistribution.java"));
        List<String> shared = Stream.of(
                        "--hostname-backchannel-dynamic=true",
                        "--proxy-headers=xforwarded",
                        "--http-enabled=true",
                        "--spi-brute-force-protector--default-brute-force-detector--allow-concurrent-requests=true")
                .filter(local::contains)
                .toList();

        assertThat(shared).hasSize(4);
        assertThat(Manifest.texts(Overlay.TOKYO
                        .one("Deployment", "keycloak")
                        .at("spec.template.spec.containers")
                        .path(0)
                        .path("args")))
                .containsAll(shared);
    }
}
