package io.firstfill.k8s.network;

import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The ends of connections in and around an installation: its workloads, what operators run, and what lies outside. */
final class Pods {
    static final String NAMESPACE = "firstfill";
    private static final String NAME = "app.kubernetes.io/name";

    private Pods() {}

    /**
     * One end of connections.
     *
     * @param namespace empty for an address outside the cluster
     * @param address where it lies; for pods some private address
     * @param ports those that it listens on
     */
    record End(String name, String namespace, Map<String, String> labels, String address, Set<Integer> ports) {
        boolean isOurs() {
            return namespace.equals(NAMESPACE);
        }

        boolean isPod() {
            return !namespace.isEmpty();
        }
    }

    static List<End> of(Overlay overlay) {
        List<End> ends = new ArrayList<>();
        overlay.workloads().forEach(workload -> ends.add(workload(workload)));
        ends.addAll(ofOperators());
        ends.addAll(outside());
        return ends;
    }

    private static End workload(Manifest workload) {
        Set<Integer> ports = new TreeSet<>();
        workload.containers()
                .forEach(container -> container
                        .path("ports")
                        .forEach(port -> ports.add(port.path("containerPort").asInt())));
        return new End(
                workload.name(),
                NAMESPACE,
                Manifest.map(workload.at("spec.template.metadata.labels")),
                "10.0.0.1",
                ports);
    }

    /** Pods that Strimzi and CloudNativePG make of their resources, with the labels that they document. */
    private static List<End> ofOperators() {
        return List.of(
                ours("kafka", kafka("broker"), 9090, 9091, 9093, 8443),
                ours("kafka-controller", kafka("controller"), 9090, 8443),
                ours(
                        "kafka-entity-operator",
                        Map.of("strimzi.io/name", "firstfill-entity-operator", "strimzi.io/cluster", NAMESPACE)),
                ours("postgres", Map.of("cnpg.io/cluster", "postgres"), 5432, 8000, 9187),
                ours("postgres-restored", Map.of("cnpg.io/cluster", "postgres-restored"), 5432, 8000, 9187),
                ours("keycloak-postgres", Map.of("cnpg.io/cluster", "keycloak-postgres"), 5432, 8000, 9187),
                ours("halt", Map.of(NAME, "halt")),
                ours("another pod", Map.of(NAME, "another")));
    }

    private static Map<String, String> kafka(String pool) {
        return Map.of(
                "strimzi.io/name", "firstfill-kafka",
                "strimzi.io/cluster", NAMESPACE,
                "strimzi.io/pool-name", pool);
    }

    private static List<End> outside() {
        return List.of(
                new End(
                        "gateway",
                        "envoy-gateway-system",
                        Map.of(
                                "gateway.envoyproxy.io/owning-gateway-namespace", NAMESPACE,
                                "gateway.envoyproxy.io/owning-gateway-name", NAMESPACE),
                        "10.0.0.2",
                        Set.of()),
                new End("another gateway", "envoy-gateway-system", Map.of(), "10.0.0.2", Set.of()),
                new End("prometheus", "monitoring", Map.of(NAME, "prometheus"), "10.0.0.2", Set.of()),
                new End("strimzi", "strimzi", Map.of("strimzi.io/kind", "cluster-operator"), "10.0.0.2", Set.of()),
                new End("cloudnative-pg", "cnpg-system", Map.of(NAME, "cloudnative-pg"), "10.0.0.2", Set.of()),
                new End("another namespace", "default", Map.of(NAME, "trader-service"), "10.0.0.2", Set.of()),
                new End("vault", "vault", Map.of(NAME, "vault"), "10.0.0.2", Set.of(8200)),
                new End("dns", "kube-system", Map.of("k8s-app", "kube-dns"), "10.0.0.2", Set.of(53)),
                new End("private network", "", Map.of(), "10.1.2.3", Set.of(22, 443, 5432, 6443)),
                new End("instance metadata", "", Map.of(), "169.254.169.254", Set.of(80, 443)),
                new End("internet", "", Map.of(), "18.67.0.1", Set.of(22, 80, 443)));
    }

    private static End ours(String name, Map<String, String> labels, Integer... ports) {
        return new End(name, NAMESPACE, labels, "10.0.0.1", Set.of(ports));
    }
}
