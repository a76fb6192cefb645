package io.firstfill.k8s.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.contract.Topics;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.testkit.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The five services start with the variables and flags of the manifests against a broker that wants certificates and
 * holds everybody to the ACLs of the manifests, and end within the time that the manifests give them.
 */
@Tag("long")
class ServicesOnTlsIT {
    private static final List<String> SERVICES =
            List.of("ledger-service", "risk-service", "trader-service", "scanner-service", "control-service");

    @TempDir
    private static Path directory;

    private static Certificates certificates;
    private static SecuredBroker broker;
    private static EmbeddedPostgres postgres;
    private static Map<String, String> others;

    @BeforeAll
    static void start() throws Exception {
        List<String> names = new ArrayList<>(SERVICES);
        names.add("halt");
        certificates = Certificates.in(directory, names);
        broker = new SecuredBroker(Files.createDirectories(directory.resolve("kafka")), certificates);
        postgres = EmbeddedPostgres.temporary().start();
        others = others();
    }

    @AfterAll
    static void stop() {
        postgres.close();
        broker.close();
    }

    @Test
    void theyStartWithTheAclsOfTheManifestsAndEndInTime() throws Exception {
        // Given the five services of the build
        List<ServiceProcess> services = new ArrayList<>();
        try {
            for (String name : SERVICES) {
                services.add(service(name));
            }

            // When they have read their topics
            Awaitility.await()
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(services).allSatisfy(service -> {
                        assertThat(service.isAlive()).as(service.name()).isTrue();
                        assertThat(service.isReady()).as(service.name()).isTrue();
                    }));

            // Then nobody was refused anything, and they end when they are told to
            for (ServiceProcess service : services) {
                assertThat(service.refusals()).as(service.name()).isEmpty();
            }
            for (ServiceProcess service : services) {
                assertThat(service.stop(grace(service.name())))
                        .as(service.name())
                        .isTrue();
            }
        } finally {
            services.forEach(ServiceProcess::close);
        }
    }

    @Test
    void aServiceIsRefusedWhatIsNotItsOwn() {
        assertThatThrownBy(() -> send("scanner-service", Topics.COMMANDS))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> send("risk-service", Topics.ORDERS))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> send("halt", Topics.RUNS)).hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    private static void send(String user, String topic) throws Exception {
        Map<String, Object> settings = new HashMap<>(broker.client(user));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "paper", "{}")).get(15, TimeUnit.SECONDS);
        }
    }

    private static ServiceProcess service(String name) throws Exception {
        return new ServiceProcess(
                name,
                Files.createDirectories(directory.resolve("run-" + name)),
                Map.of(
                        "/etc/kafka/cluster-ca/ca.crt", certificates.authority(),
                        "/etc/kafka/user/user.p12", certificates.keyStore(name),
                        "/var/lib/firstfill/risk", directory.resolve("risk")),
                others);
    }

    /** What is not there: Vault, the identity provider, the exchange, and Postgres with a certificate. */
    private static Map<String, String> others() throws Exception {
        Map<String, String> variables = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "FIRSTFILL_ENVIRONMENTS_FILE", "",
                "FIRSTFILL_ENVIRONMENTS_PAPER_MODE", "PAPER",
                "FIRSTFILL_ENVIRONMENTS_PAPER_REST_URI", "http://127.0.0.1:1",
                "FIRSTFILL_ENVIRONMENTS_PAPER_WEB_URI", "http://127.0.0.1:1",
                "QUARKUS_VAULT_URL", "http://127.0.0.1:1",
                "QUARKUS_VAULT_TLS_CA_CERT", certificates.authority().toString(),
                "QUARKUS_OIDC_AUTH_SERVER_URL", "",
                "QUARKUS_OIDC_PUBLIC_KEY", publicKey()));
        variables.putAll(Map.of(
                "QUARKUS_CONFIG_LOCATIONS", "",
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(),
                "QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl(),
                "QUARKUS_DATASOURCE_PASSWORD", postgres.password(),
                "QUARKUS_FLYWAY_PASSWORD", postgres.ownerPassword()));
        for (String pool : List.of("", "READERS_")) {
            variables.put("QUARKUS_DATASOURCE_" + pool + "REACTIVE_POSTGRESQL_SSL_MODE", "disable");
            variables.put(
                    "QUARKUS_DATASOURCE_" + pool + "REACTIVE_TRUST_CERTIFICATE_PEM_CERTS",
                    certificates.authority().toString());
        }
        return variables;
    }

    private static String publicKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
    }

    private static Duration grace(String name) {
        return Duration.ofSeconds(Overlay.LOCAL
                .workloads()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow()
                .at("spec.template.spec.terminationGracePeriodSeconds")
                .asLong());
    }
}
