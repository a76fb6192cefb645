package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No overlay trades with real money by itself: that takes a line that somebody adds and somebody else reads. */
class LiveSwitchTest {

    @ParameterizedTest
    @EnumSource
    void onlyTheSwitchNamesALiveEnvironment(Overlay overlay) {
        assertThat(environments(overlay).values().stream()
                        .map(environment -> environment.path("mode").asText()))
                .matches(modes -> modes.contains("LIVE") == overlay.isLive());
    }

    @Test
    void theSwitchIsOff() {
        assertThat(Project.documents(Project.text(Path.of("k8s/overlays/tokyo/kustomization.yaml")))
                        .getFirst()
                        .path("components")
                        .toString())
                .doesNotContain("live");
        assertThat(Project.text(Path.of("k8s/overlays/tokyo/kustomization.yaml")))
                .contains("#   - ../../components/live");
    }

    @Test
    void aLiveEnvironmentHasCeilingsAndSpeaksTls() {
        JsonNode live = Objects.requireNonNull(environments(Overlay.TOKYO_LIVE).get("live"));

        assertThat(live.path("rest-uri").asText()).isEqualTo("https://api.mexc.com");
        assertThat(live.path("web-uri").asText()).startsWith("https://");
        assertThat(live.path("ws-uri").asText()).startsWith("wss://");
        assertThat(live.path("ceilings").properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "quote-amount",
                        "spend",
                        "trades-per-hour",
                        "spend-per-day",
                        "concurrent-listings",
                        "open-positions",
                        "loss-per-day",
                        "consecutive-failures");
    }

    /** Two environments on one address would share a budget, and two accounts one secret. */
    @ParameterizedTest
    @EnumSource
    void everyEnvironmentHasASecretOfItsOwn(Overlay overlay) {
        Map<String, JsonNode> environments = environments(overlay);

        assertThat(environments).isNotEmpty();
        environments.forEach((name, environment) ->
                assertThat(environment.path("vault-path").asText()).isEqualTo("firstfill/" + name + "/mexc"));
    }

    private static Map<String, JsonNode> environments(Overlay overlay) {
        JsonNode file = Project.documents(overlay.configMap("firstfill-environments")
                        .at("data")
                        .path("environments.yaml")
                        .asText())
                .getFirst();
        Map<String, JsonNode> environments = new TreeMap<>();
        file.path("environments").properties().forEach(entry -> environments.put(entry.getKey(), entry.getValue()));
        return environments;
    }
}
