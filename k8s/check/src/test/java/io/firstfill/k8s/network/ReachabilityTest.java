package io.firstfill.k8s.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.k8s.network.Pods.End;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every port is reachable by exactly whom the table names, computed from the network policies of each installation. */
class ReachabilityTest {
    /** Beside the ports that somebody listens on: a policy without ports shows by it. */
    private static final int UNUSED = 1;

    @ParameterizedTest
    @EnumSource
    void everyPortIsReachedByWhomTheTableNames(Overlay overlay) {
        assertThat(edges(Pods.of(overlay), new Policies(overlay))).isEqualTo(table(overlay));
    }

    private static Set<String> edges(List<End> ends, Policies policies) {
        Set<String> edges = new TreeSet<>();
        for (End source : ends) {
            for (End target : ends) {
                if (source.isOurs() || target.isOurs()) {
                    Stream.concat(target.ports().stream(), Stream.of(UNUSED))
                            .filter(port -> source.isPod() || target.isOurs())
                            .filter(port -> policies.allow(source, target, port))
                            .forEach(port -> edges.add(source.name() + " -> " + target.name() + ":" + port));
                }
            }
        }
        return edges;
    }

    /** Lines {@code A, B -> C:1, C:2}; those below {@code [live]} and {@code [paper]} hold where that is so. */
    private static Set<String> table(Overlay overlay) {
        Set<String> edges = new TreeSet<>();
        String section = "";
        for (String line : text().split("\n", -1)) {
            if (line.startsWith("[")) {
                section = line;
            } else if (line.contains("->") && (!section.equals("[live]") || overlay.isLive())) {
                String[] sides = line.split("->", 2);
                for (String source : sides[0].split(",", -1)) {
                    for (String target : sides[1].split(",", -1)) {
                        edges.add(source.strip() + " -> " + target.strip());
                    }
                }
            }
        }
        // Everybody of ours asks for names.
        Pods.of(overlay).stream().filter(End::isOurs).forEach(end -> edges.add(end.name() + " -> dns:53"));
        return edges;
    }

    private static String text() {
        try (InputStream file = ReachabilityTest.class.getResourceAsStream("/reachability.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPolicyWithoutPeersOrPortsIsSeen() {
        // Given a closed pod, and a policy that names neither peers nor ports
        End target = new End("target", Pods.NAMESPACE, Map.of("a", "b"), "10.0.0.1", Set.of(80));
        End stranger = new End("stranger", "default", Map.of(), "10.0.0.2", Set.of());
        JsonNode closed = spec("{podSelector: {}, policyTypes: [Ingress]}");
        JsonNode open = spec("{podSelector: {matchLabels: {a: b}}, policyTypes: [Ingress], ingress: [{}]}");

        // When and then
        assertThat(new Policies(List.of(closed)).allow(stranger, target, 80)).isFalse();
        assertThat(new Policies(List.of(closed, open)).allow(stranger, target, UNUSED))
                .isTrue();
    }

    @Test
    void aBlockOfAddressesEndsWhereItsExceptionBegins() {
        End source = new End("source", Pods.NAMESPACE, Map.of(), "10.0.0.1", Set.of());
        Policies policies =
                new Policies(List.of(spec("{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: "
                        + "{cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}], ports: [{port: 443}]}]}")));

        assertThat(Stream.of("9.255.255.255", "10.0.0.0", "10.255.255.255", "11.0.0.0")
                        .filter(address -> policies.allow(source, new End("x", "", Map.of(), address, Set.of()), 443)))
                .containsExactly("9.255.255.255", "11.0.0.0");
    }

    private static JsonNode spec(String yaml) {
        return Project.documents(yaml).getFirst();
    }
}
