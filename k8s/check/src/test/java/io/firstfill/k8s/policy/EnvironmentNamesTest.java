package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every variable of a service is the name of a setting: a misspelt one would be ignored without a word. */
class EnvironmentNamesTest {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(?:[.-][a-z0-9-]+)+");
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern METHOD = Pattern.compile("(?m)^    [A-Za-z<>, ]+ (\\w+)\\(\\);");

    /** Settings of the platform's that no file of ours names, and of the file of environments. */
    private static final Set<String> OF_THE_PLATFORM = Set.of(
            "JAVA_TOOL_OPTIONS",
            "FIRSTFILL_ENVIRONMENTS_FILE",
            "QUARKUS_CONFIG_LOCATIONS",
            "QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE",
            "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM",
            "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM",
            "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS",
            "QUARKUS_DATASOURCE_READERS_REACTIVE_POSTGRESQL_SSL_MODE",
            "QUARKUS_DATASOURCE_READERS_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM",
            "QUARKUS_DATASOURCE_READERS_REACTIVE_TRUST_CERTIFICATE_PEM",
            "QUARKUS_DATASOURCE_READERS_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS",
            "QUARKUS_VAULT_TLS_CA_CERT",
            "QUARKUS_VAULT_AUTHENTICATION_KUBERNETES_ROLE",
            "QUARKUS_VAULT_AUTHENTICATION_KUBERNETES_JWT_TOKEN_PATH",
            "QUARKUS_KAFKA_STREAMS_SECURITY_PROTOCOL",
            "QUARKUS_KAFKA_STREAMS_SSL_TRUSTSTORE_TYPE",
            "QUARKUS_KAFKA_STREAMS_SSL_TRUSTSTORE_LOCATION",
            "QUARKUS_KAFKA_STREAMS_SSL_KEYSTORE_TYPE",
            "QUARKUS_KAFKA_STREAMS_SSL_KEYSTORE_LOCATION",
            "QUARKUS_KAFKA_STREAMS_SSL_KEYSTORE_PASSWORD");

    @ParameterizedTest
    @EnumSource
    void everyVariableIsASetting(Overlay overlay) {
        Set<String> known = known();

        assertThat(overlay.workloads()
                        .filter(EnvironmentNamesTest::isService)
                        .flatMap(workload -> workload.environment().keySet().stream())
                        .filter(name -> !known.contains(name))
                        .distinct())
                .isEmpty();
    }

    /** The list must not outlive what it was for. */
    @Test
    void theListNamesNoVariableThatIsNotUsed() {
        assertThat(Overlay.TOKYO
                        .workloads()
                        .filter(EnvironmentNamesTest::isService)
                        .flatMap(workload -> workload.environment().keySet().stream()))
                .containsAll(OF_THE_PLATFORM);
    }

    @Test
    void aMisspeltVariableIsUnknown() {
        assertThat(known())
                .contains("FIRSTFILL_RISK_STATE_DIR", "FIRSTFILL_CONTROL_LEDGER_URI", "KAFKA_SSL_KEYSTORE_LOCATION")
                .doesNotContain("FIRSTFILL_RISK_STATEDIR", "FIRSTFILL_CONTROL_LEDGER_URL", "KAFKA_SSL_KEYSTORE_FILE");
    }

    private static boolean isService(Manifest workload) {
        return workload.json().at("/metadata/labels").has("firstfill.io/service");
    }

    private static Set<String> known() {
        Set<String> names = new TreeSet<>(OF_THE_PLATFORM);
        AdminClientConfig.configNames().forEach(name -> names.add(variable("kafka." + name)));
        sources().forEach(file -> {
            String text = Project.text(file);
            KEY.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .map(EnvironmentNamesTest::variable)
                    .forEach(names::add);
            PREFIX.matcher(text)
                    .results()
                    .forEach(prefix -> METHOD.matcher(text)
                            .results()
                            .forEach(method -> names.add(variable(
                                    prefix.group(1) + "." + method.group(1).replaceAll("([A-Z])", "-$1")))));
        });
        // What the launcher gives the same services by the same way.
        Pattern.compile("\"([A-Z][A-Z_]+)\"")
                .matcher(Project.text(
                        Path.of("deploy/local/src/main/java/io/firstfill/local/component/ServiceEnvironment.java")))
                .results()
                .forEach(name -> names.add(name.group(1)));
        return names;
    }

    private static Stream<Path> sources() {
        return Stream.of(
                "common/service",
                "control-service",
                "scanner-service",
                "trader-service",
                "risk-service",
                "ledger-service")
                .flatMap(module -> Stream.of("java", "resources").map(kind -> Path.of(module, "src/main", kind)))
                .filter(folder -> Project.ROOT.resolve(folder).toFile().isDirectory())
                .flatMap(folder -> Project.files(folder).stream())
                .filter(file -> file.toString().endsWith("Settings.java")
                        || file.toString().endsWith(".properties"))
                .collect(Collectors.toSet())
                .stream();
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
