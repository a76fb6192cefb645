package io.firstfill.k8s.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.k8s.network.Pods.End;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the network policies of an installation allow, as Kubernetes defines it: a pod that a policy selects is closed
 * in that direction, and policies add up. Strimzi's own policy, which lets everybody to a listener unless the listener
 * names peers, counts too.
 */
final class Policies {
    private final List<JsonNode> specs = new ArrayList<>();

    Policies(Overlay overlay) {
        overlay.ofKind("NetworkPolicy").forEach(policy -> specs.add(policy.at("spec")));
        overlay.ofKind("Kafka")
                .forEach(kafka -> kafka.at("spec.kafka.listeners").forEach(this::listener));
    }

    /** Allows what the specifications alone say; for tests. */
    Policies(List<JsonNode> specs) {
        this.specs.addAll(specs);
    }

    private void listener(JsonNode listener) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        spec.putObject("podSelector").putObject("matchLabels").put("strimzi.io/name", "firstfill-kafka");
        spec.putArray("policyTypes").add("Ingress");
        ObjectNode rule = spec.putArray("ingress").addObject();
        rule.putArray("ports").addObject().set("port", listener.path("port"));
        if (listener.path("networkPolicyPeers").isArray()) {
            rule.set("from", listener.path("networkPolicyPeers"));
        }
        specs.add(spec);
    }

    boolean allow(End source, End target, int port) {
        return (!target.isOurs() || admits("Ingress", "from", target, source, port))
                && (!source.isOurs() || admits("Egress", "to", source, target, port));
    }

    private boolean admits(String type, String side, End selected, End other, int port) {
        List<JsonNode> applying = specs.stream()
                .filter(spec -> Manifest.texts(spec.path("policyTypes")).contains(type))
                .filter(spec -> selects(spec.path("podSelector"), selected.labels()))
                .toList();
        String rules = type.equals("Ingress") ? "ingress" : "egress";
        return applying.isEmpty()
                || applying.stream()
                        .flatMap(spec -> Manifest.stream(spec.path(rules)))
                        .anyMatch(rule -> ports(rule.path("ports"), port) && peers(rule.path(side), other));
    }

    private static boolean ports(JsonNode ports, int port) {
        return ports.isEmpty()
                || Manifest.stream(ports)
                        .anyMatch(each -> each.path("port").isMissingNode()
                                || each.path("port").asInt() == port);
    }

    private static boolean peers(JsonNode peers, End other) {
        return peers.isEmpty() || Manifest.stream(peers).anyMatch(peer -> matches(peer, other));
    }

    private static boolean matches(JsonNode peer, End other) {
        if (peer.has("ipBlock")) {
            return Addresses.contains(peer.at("/ipBlock/cidr").asText(), other.address())
                    && Manifest.texts(peer.at("/ipBlock/except")).stream()
                            .noneMatch(except -> Addresses.contains(except, other.address()));
        }
        JsonNode namespace = peer.path("namespaceSelector");
        boolean inNamespace = namespace.isMissingNode()
                ? other.isOurs()
                : selects(namespace, Map.of("kubernetes.io/metadata.name", other.namespace()));
        return other.isPod() && inNamespace && selects(peer.path("podSelector"), other.labels());
    }

    private static boolean selects(JsonNode selector, Map<String, String> labels) {
        return Manifest.map(selector.path("matchLabels")).entrySet().stream()
                        .allMatch(label -> label.getValue().equals(labels.get(label.getKey())))
                && Manifest.stream(selector.path("matchExpressions")).allMatch(expression -> holds(expression, labels));
    }

    private static boolean holds(JsonNode expression, Map<String, String> labels) {
        if (!expression.path("operator").asText().equals("In")) {
            throw new AssertionError("Only expressions with In are computed: " + expression);
        }
        String value = labels.get(expression.path("key").asText());
        return value != null && Manifest.texts(expression.path("values")).contains(value);
    }
}
