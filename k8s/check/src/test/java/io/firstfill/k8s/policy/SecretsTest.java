package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No manifest holds a secret, and every secret comes from Vault. What a pod takes from a Secret is a certificate that
 * an operator has made inside the cluster for the cluster, and renews.
 */
class SecretsTest {
    /** Certificates with their keys by Strimzi, authorities without a key by Strimzi and CloudNativePG. */
    private static final Set<String> OF_OPERATORS = Set.of(
            "firstfill-cluster-ca-cert",
            "control-service",
            "scanner-service",
            "trader-service",
            "risk-service",
            "ledger-service",
            "halt",
            "postgres-ca",
            "keycloak-postgres-ca");

    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|CREDENTIAL|_KEY)(_.*)?");
    /** Names that only sound like it: where a token lies, and who must have issued one. */
    private static final Set<String> HARMLESS =
            Set.of("QUARKUS_VAULT_AUTHENTICATION_KUBERNETES_JWT_TOKEN_PATH", "QUARKUS_OIDC_TOKEN_ISSUER");

    @ParameterizedTest
    @EnumSource
    void noObjectIsASecret(Overlay overlay) {
        assertThat(overlay.ofKind("Secret")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noVariableHoldsASecret(Overlay overlay) {
        assertThat(overlay.workloads()
                        .flatMap(workload -> workload.environment().entrySet().stream())
                        .filter(variable -> SECRET.matcher(variable.getKey()).matches())
                        .filter(variable -> !HARMLESS.contains(variable.getKey()))
                        .filter(variable -> variable.getValue()
                                .path("valueFrom")
                                .path("secretKeyRef")
                                .isMissingNode()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatPodsTakeFromSecretsIsMadeByOperators(Overlay overlay) {
        Set<String> used = new TreeSet<>();
        Stream.concat(overlay.workloads(), overlay.jobs()).forEach(workload -> collect(workload.json(), used));

        assertThat(used).isEqualTo(new TreeSet<>(OF_OPERATORS));
    }

    private static void collect(JsonNode node, Set<String> names) {
        Stream.of(
                        node.path("secretKeyRef").path("name"),
                        node.path("secret").path("secretName"),
                        node.path("secretRef").path("name"),
                        node.path("secret").path("name"))
                .filter(JsonNode::isTextual)
                .forEach(name -> names.add(name.asText()));
        node.forEach(child -> collect(child, names));
    }

    @ParameterizedTest
    @EnumSource
    void everyExternalSecretComesFromVault(Overlay overlay) {
        assertThat(overlay.ofKind("ExternalSecret")
                        .map(secret -> secret.at("spec.secretStoreRef.name").asText()))
                .isNotEmpty()
                .containsOnly("vault");
        assertThat(overlay.one("SecretStore", "vault").at("spec.provider").size())
                .isEqualTo(1);
        assertThat(overlay.one("SecretStore", "vault")
                        .at("spec.provider.vault.server")
                        .asText())
                .startsWith("https://");
    }

    /** Each by the account of its own pod, so that one policy of Vault fits one service. */
    @ParameterizedTest
    @EnumSource
    void theRoleAtVaultIsThePodsOwn(Overlay overlay) {
        assertThat(overlay.workloads()
                        .filter(workload -> !workload.at("spec.template.metadata.annotations")
                                .path("vault.hashicorp.com/role")
                                .isMissingNode())
                        .map(workload -> workload.at("spec.template.metadata.annotations")
                                        .path("vault.hashicorp.com/role")
                                        .asText()
                                + "="
                                + workload.at("spec.template.spec.serviceAccountName")
                                        .asText()))
                .containsExactlyInAnyOrder("ledger-service=ledger-service", "keycloak=keycloak");
        assertThat(overlay.one("StatefulSet", "trader-service")
                        .variable("QUARKUS_VAULT_AUTHENTICATION_KUBERNETES_ROLE"))
                .isEqualTo("trader-service");
    }

    /** deploy/vault/setup binds every role to this audience, and cert-manager and External Secrets ask for tokens. */
    @ParameterizedTest
    @EnumSource
    void whoSignsInForOthersAsksForATokenThatVaultAccepts(Overlay overlay) {
        assertThat(Project.text(Path.of("deploy/vault/setup"))).contains(" audience=vault ");
        assertThat(Stream.of(
                        overlay.one("Issuer", "vault").at("spec.vault.auth.kubernetes.serviceAccountRef"),
                        overlay.one("SecretStore", "vault")
                                .at("spec.provider.vault.auth.kubernetes.serviceAccountRef")))
                .allSatisfy(account -> {
                    assertThat(Manifest.texts(account.path("audiences"))).containsExactly("vault");
                    assertThat(overlay.one(
                                    "ServiceAccount", account.path("name").asText()))
                            .isNotNull();
                });
    }

    @ParameterizedTest
    @EnumSource
    void certManagerMayAskForTheTokenOfItsOneAccount(Overlay overlay) {
        JsonNode rules = overlay.one("Role", "cert-manager").at("rules");
        JsonNode binding = overlay.one("RoleBinding", "cert-manager").json();

        assertThat(overlay.ofKind("Role")).hasSize(1);
        assertThat(rules.toString())
                .isEqualTo("[{\"apiGroups\":[\"\"],\"resourceNames\":[\"cert-manager\"],"
                        + "\"resources\":[\"serviceaccounts/token\"],\"verbs\":[\"create\"]}]");
        assertThat(binding.at("/roleRef/name").asText()).isEqualTo("cert-manager");
        assertThat(binding.at("/subjects/0/namespace").asText()).isEqualTo("cert-manager");
    }

    @Test
    void nobodyWhoseWorkIsElsewhereMayReadAnExchangeKey() {
        assertThat(Project.files(Path.of("k8s/vault")))
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(Project.text(policy)).doesNotContain("mexc", "+", "*"));
    }

    @ParameterizedTest
    @EnumSource
    void theDemonstrationsPeopleAreOnTheOwnersMachineOnly(Overlay overlay) {
        assertThat(overlay.ofKind("ConfigMap")
                        .anyMatch(map -> map.at("data").toString().contains("\\\"credentials\\\"")))
                .isEqualTo(!overlay.isShared());
    }
}
