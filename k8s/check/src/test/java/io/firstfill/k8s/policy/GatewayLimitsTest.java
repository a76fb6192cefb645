package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits, tokens and the encryption of a cluster's gateway are those of the local one's rules and of the realm. */
class GatewayLimitsTest {
    private static final JsonNode RULES = GatewayTest.RULES;

    @ParameterizedTest
    @EnumSource
    void theLimitsAreTheLocalOnes(Overlay overlay) {
        JsonNode timeouts = RULES.path("timeouts");
        JsonNode limits = RULES.path("limits");
        assertThat(seconds(GatewayTest.client(overlay).at("spec.timeout.http.requestReceivedTimeout")))
                .isEqualTo(Duration.parse(timeouts.path("body").asText()));
        assertThat(seconds(GatewayTest.client(overlay).at("spec.timeout.http.idleTimeout")))
                .isEqualTo(Duration.parse(timeouts.path("idle").asText()));
        assertThat(overlay.ofKind("BackendTrafficPolicy").toList()).isNotEmpty().allSatisfy(policy -> {
            assertThat(seconds(policy.at("spec.timeout.tcp.connectTimeout")))
                    .isEqualTo(Duration.parse(timeouts.path("connect").asText()));
            assertThat(policy.at("spec.circuitBreaker.maxConnections")).isEqualTo(limits.path("connectionsPerService"));
            assertThat(policy.at("spec.circuitBreaker.maxPendingRequests")).isEqualTo(limits.path("waitingPerService"));
            assertThat(policy.at("spec.requestBuffer.limit").asText()).isEqualTo("1Mi");
            assertThat(policy.at("spec.rateLimit.local.rules").size()).isPositive();
        });
        assertThat(limits.path("bodyBytes").asInt()).isEqualTo(1 << 20);
        assertThat(GatewayTest.routes(overlay)
                        .flatMap(route -> Manifest.stream(route.at("spec.rules")))
                        .map(rule -> rule.path("timeouts").path("request").asText())
                        .distinct())
                // The second is for exports.
                .containsExactlyInAnyOrder(
                        Duration.parse(timeouts.path("answer").asText()).toSeconds() + "s", "30m");
    }

    @ParameterizedTest
    @EnumSource
    void everyRouteHasItsLimitsAndIsCompressedAsTheRulesSay(Overlay overlay) {
        Map<String, Boolean> compressed = overlay.ofKind("BackendTrafficPolicy")
                .flatMap(policy -> Manifest.stream(policy.at("spec.targetRefs"))
                        .map(target -> Map.entry(
                                target.path("name").asText(), policy.at("spec").has("compression"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(compressed)
                .isEqualTo(Manifest.stream(RULES.path("routes"))
                        .collect(Collectors.toMap(
                                GatewayTest::name,
                                rule -> rule.path("compressed").asBoolean())));
    }

    @ParameterizedTest
    @EnumSource
    void theApisTakeTokensOfTheRealmOnly(Overlay overlay) {
        JsonNode site = overlay.configMap("firstfill-site").at("data");
        Manifest policy = overlay.one("SecurityPolicy", "apis");
        JsonNode provider = policy.at("spec.jwt.providers").path(0);

        assertThat(Manifest.stream(policy.at("spec.targetRefs"))
                        .map(target -> target.path("name").asText()))
                .containsExactly("control", "ledger");
        assertThat(policy.at("spec.jwt").has("optional")).isFalse();
        assertThat(provider.path("issuer").asText())
                .isEqualTo(site.path("issuer").asText());
        assertThat(Manifest.texts(provider.path("audiences"))).containsExactly("firstfill-api");
        assertThat(site.path("issuer").asText())
                .isEqualTo("https://" + site.path("host").asText() + "/auth/realms/firstfill");
        assertThat(site.path("origin").asText())
                .isEqualTo("https://" + site.path("host").asText());
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsReachedUnderOneNameByTls(Overlay overlay) {
        String host = overlay.configMap("firstfill-site").at("data.host").asText();
        Manifest gateway = overlay.one("Gateway", "firstfill");

        assertThat(Manifest.stream(gateway.at("spec.listeners")))
                .allSatisfy(listener ->
                        assertThat(listener.path("hostname").asText()).isEqualTo(host));
        assertThat(overlay.ofKind("HTTPRoute").map(route -> Manifest.texts(route.at("spec.hostnames"))))
                .containsOnly(List.of(host));
        assertThat(Manifest.texts(overlay.one("Certificate", "firstfill-tls").at("spec.dnsNames")))
                .containsExactly(host);
        assertThat(GatewayTest.routes(overlay)
                        .map(route -> route.at("spec.parentRefs")
                                .path(0)
                                .path("sectionName")
                                .asText()))
                .containsOnly("https");
    }

    @Test
    void plainHttpIsAnsweredByARedirectOnly() {
        assertThat(Overlay.TOKYO.one("HTTPRoute", "to-https").at("spec.rules"))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.has("backendRefs")).isFalse();
                    assertThat(rule.at("/filters/0/requestRedirect/scheme").asText())
                            .isEqualTo("https");
                });
    }

    private static Duration seconds(JsonNode text) {
        return Duration.parse("PT" + text.asText());
    }
}
