package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gateway of a cluster lets through what the local one does, to the same services, with the same headers. */
class GatewayTest {
    static final JsonNode RULES =
            Project.json(Path.of("deploy/local/src/main/resources/io/firstfill/local/gateway/gateway-rules.json"));

    /** Envoy answers one itself, and compresses by the other. */
    private static final Set<String> ENVOYS_OWN = Set.of("Expect", "Accept-Encoding");

    /** Names cannot be removed by their beginning: those that some server or library is known to read. */
    private static final Map<String, List<String>> BEGINNINGS = Map.of(
            "X-Forwarded-*",
                    List.of(
                            "X-Forwarded-For",
                            "X-Forwarded-Host",
                            "X-Forwarded-Port",
                            "X-Forwarded-Prefix",
                            "X-Forwarded-Scheme",
                            "X-Forwarded-Ssl",
                            "X-Forwarded-Server"),
            "X-Original-*", List.of("X-Original-URL", "X-Original-Host", "X-Original-Method", "X-Original-URI"),
            "X-Rewrite-*", List.of("X-Rewrite-URL"),
            "X-HTTP-Method*", List.of("X-HTTP-Method", "X-HTTP-Method-Override"));

    @ParameterizedTest
    @EnumSource
    void theRoutesAreTheLocalOnes(Overlay overlay) {
        assertThat(routes(overlay).map(Manifest::name))
                .containsExactlyInAnyOrderElementsOf(Manifest.stream(RULES.path("routes"))
                        .map(GatewayTest::name)
                        .toList());
        assertThat(Manifest.stream(RULES.path("routes")).toList())
                .allSatisfy(rule -> assertThat(matches(overlay.one("HTTPRoute", name(rule))))
                        .isEqualTo(expected(rule)));
    }

    private static Set<String> expected(JsonNode rule) {
        String service = rule.path("service").asText();
        Set<String> expected = new TreeSet<>();
        for (String method : Manifest.texts(rule.path("methods"))) {
            Manifest.texts(rule.path("paths"))
                    .forEach(path -> expected.add("%s Exact %s %s".formatted(method, path, service)));
            Manifest.texts(rule.path("prefixes"))
                    .forEach(path -> expected.add("%s PathPrefix %s %s".formatted(method, path, service)));
        }
        return expected;
    }

    /** A rule of the same route for a path below one of its prefixes has another time-out, and opens nothing. */
    private static Set<String> matches(Manifest route) {
        Set<String> matches = Manifest.stream(route.at("spec.rules"))
                .flatMap(rule -> Manifest.stream(rule.path("matches"))
                        .map(match -> "%s %s %s %s"
                                .formatted(
                                        match.path("method").asText(),
                                        match.path("path").path("type").asText(),
                                        match.path("path").path("value").asText(),
                                        rule.path("backendRefs")
                                                .path(0)
                                                .path("name")
                                                .asText())))
                .collect(Collectors.toCollection(TreeSet::new));
        matches.removeIf(match -> matches.stream().anyMatch(other -> !match.equals(other) && isBelow(match, other)));
        return matches;
    }

    private static boolean isBelow(String match, String other) {
        String[] inner = match.split(" ", -1);
        String[] outer = other.split(" ", -1);
        return outer[1].equals("PathPrefix")
                && inner[0].equals(outer[0])
                && inner[3].equals(outer[3])
                && inner[2].startsWith(outer[2]);
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerHasTheHeadersOfTheRules(Overlay overlay) {
        assertThat(Manifest.stream(RULES.path("routes")).toList()).allSatisfy(rule -> {
            Map<String, String> expected = Manifest.map(RULES.path("responseHeaders"));
            expected.put(
                    "Content-Security-Policy",
                    rule.path("contentSecurityPolicy").asText());
            assertThat(filters(overlay.one("HTTPRoute", name(rule)), "responseHeaderModifier"))
                    .isNotEmpty()
                    .allSatisfy(filter -> assertThat(Manifest.stream(filter.path("set"))
                                    .collect(Collectors.toMap(
                                            header -> header.path("name").asText(),
                                            header -> header.path("value").asText())))
                            .isEqualTo(expected));
        });
        assertThat(Manifest.texts(client(overlay).at("spec.headers.lateResponseHeaders.remove")))
                .isEqualTo(Manifest.texts(RULES.path("removedResponseHeaders")));
    }

    @ParameterizedTest
    @EnumSource
    void noCallersWordAboutItselfReachesAService(Overlay overlay) {
        Set<String> expected = Manifest.texts(RULES.path("removedRequestHeaders")).stream()
                .filter(name -> !ENVOYS_OWN.contains(name))
                .flatMap(name -> name.endsWith("*")
                        ? Objects.requireNonNull(BEGINNINGS.get(name), name).stream()
                        : Stream.of(name))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(routes(overlay).toList())
                .allSatisfy(route -> assertThat(filters(route, "requestHeaderModifier"))
                        .isNotEmpty()
                        .allSatisfy(filter -> {
                            Set<String> removed = new TreeSet<>(Manifest.texts(filter.path("remove")));
                            removed.addAll(
                                    Manifest.texts(client(overlay).at("spec.headers.earlyRequestHeaders.remove")));
                            assertThat(removed).isEqualTo(expected);
                        }));
        assertThat(client(overlay).at("spec.headers.withUnderscoresAction").asText())
                .isEqualTo("DropHeader");
    }

    static Stream<Manifest> routes(Overlay overlay) {
        return overlay.ofKind("HTTPRoute").filter(route -> !route.name().equals("to-https"));
    }

    static Manifest client(Overlay overlay) {
        return overlay.one("ClientTrafficPolicy", "firstfill");
    }

    private static List<JsonNode> filters(Manifest route, String kind) {
        return Manifest.stream(route.at("spec.rules"))
                .map(rule -> Manifest.stream(rule.path("filters"))
                        .map(filter -> filter.path(kind))
                        .filter(JsonNode::isObject)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    static String name(JsonNode rule) {
        return rule.path("name").asText().replace(' ', '-');
    }
}
