package io.firstfill.k8s.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Topic;
import io.firstfill.contract.Topics;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each service may read and write in Kafka is what its settings and EVENTS.md say that it does, and no more. */
class KafkaAccessTest {
    private static final List<String> CHANNELS = List.of(
            "mp.messaging.incoming.inbox.topics",
            "mp.messaging.incoming.journal.topics",
            "mp.messaging.incoming.marks.topic",
            "firstfill.inbox.replay-only-topics");

    /** Kafka Streams names its sources in the topology, beside those whose existence it waits for. */
    private static final String RISK_TOPOLOGY = "risk-service/src/main/java/io/firstfill/risk/kafka/RiskTopology.java";

    private static final Map<String, Set<String>> BESIDE_THE_CHANNELS = Map.of(
            // The receipts that a restored ledger looks through: ExportedHeads.
            "ledger", Set.of(Topics.RECORDED),
            "risk", streamsSources());

    @ParameterizedTest
    @ValueSource(strings = {"control", "scanner", "trader", "risk", "ledger"})
    void aServiceMayReadWhatItsSettingsName(String service) {
        assertThat(topics(service + "-service", "Read")).isEqualTo(read(service));
    }

    @ParameterizedTest
    @ValueSource(strings = {"control", "scanner", "trader", "risk", "ledger"})
    void aServiceMayWriteWhatTheTableOfEventsNames(String service) {
        assertThat(topics(service + "-service", "Write")).isEqualTo(written(service));
    }

    @Test
    void onlyControlAndHaltWriteCommands() {
        assertThat(Overlay.TOKYO
                        .ofKind("KafkaUser")
                        .filter(user -> topics(user.name(), "Write").contains(Topics.COMMANDS))
                        .map(Manifest::name))
                .containsExactlyInAnyOrder("control-service", "halt");
        assertThat(topics("halt", "Write")).containsExactly(Topics.COMMANDS);
        assertThat(topics("halt", "Read")).containsExactly(Topics.TRADING_STATE);
    }

    /** Of topics and groups; risk's own topics and transactions begin with its application's id. */
    @Test
    void onlyRiskCreatesTopicsAndOnlyItsOwn() {
        assertThat(acls().filter(acl -> acl.contains("prefix")))
                .containsExactlyInAnyOrder(
                        "control-service group control- prefix [Read]",
                        "risk-service topic risk-service- prefix [Create, Read, Write, Describe, DescribeConfigs]",
                        "risk-service transactionalId risk-service- prefix [Write, Describe]");
        assertThat(acls().filter(acl -> acl.contains(" group ") && acl.contains("literal")))
                .containsExactlyInAnyOrder(
                        "scanner-service group scanner-service literal [Read]",
                        "trader-service group trader-service literal [Read]",
                        "risk-service group risk-service literal [Read]",
                        "ledger-service group ledger-service literal [Read]",
                        "ledger-service group ledger-service-marks literal [Read]");
    }

    @Test
    void everyClientProvesWhoItIs() {
        assertThat(Overlay.TOKYO
                        .ofKind("KafkaUser")
                        .map(user -> user.at("spec.authentication.type").asText()))
                .containsOnly("tls");
        var kafka = Overlay.TOKYO.one("Kafka", "firstfill");
        assertThat(kafka.at("spec.kafka.authorization.type").asText()).isEqualTo("simple");
        assertThat(kafka.at("spec.kafka.authorization.superUsers").isMissingNode())
                .isTrue();
        assertThat(Manifest.stream(kafka.at("spec.kafka.listeners")))
                .singleElement()
                .satisfies(listener -> {
                    assertThat(listener.path("tls").asBoolean()).isTrue();
                    assertThat(listener.path("authentication").path("type").asText())
                            .isEqualTo("tls");
                });
    }

    private static Stream<String> acls() {
        return Overlay.TOKYO
                .ofKind("KafkaUser")
                .flatMap(user -> Manifest.stream(user.at("spec.authorization.acls"))
                        .map(acl -> "%s %s %s %s %s"
                                .formatted(
                                        user.name(),
                                        acl.path("resource").path("type").asText(),
                                        acl.path("resource").path("name").asText(),
                                        acl.path("resource").path("patternType").asText(),
                                        Manifest.texts(acl.path("operations")))));
    }

    private static Set<String> topics(String user, String operation) {
        return Manifest.stream(Overlay.TOKYO.one("KafkaUser", user).at("spec.authorization.acls"))
                .filter(acl -> acl.path("resource").path("type").asText().equals("topic"))
                .filter(acl -> acl.path("resource").path("patternType").asText().equals("literal"))
                .filter(acl -> Manifest.texts(acl.path("operations")).contains(operation))
                .map(acl -> acl.path("resource").path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> read(String service) {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(
                    Project.text(Path.of(service + "-service", "src/main/resources/application.properties"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> topics = CHANNELS.stream()
                .flatMap(channel ->
                        Arrays.stream(settings.getProperty(channel, "").split(",")))
                .map(String::strip)
                .filter(topic -> !topic.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        topics.addAll(BESIDE_THE_CHANNELS.getOrDefault(service, Set.of()));
        return topics;
    }

    private static Set<String> streamsSources() {
        String topology = Project.text(Path.of(RISK_TOPOLOGY));
        return Topics.all().stream()
                .map(Topic::name)
                .filter(name -> topology.contains("Topics." + constant(name) + ",")
                        || topology.contains("Topics." + constant(name) + ")"))
                .collect(Collectors.toSet());
    }

    private static String constant(String topic) {
        return topic.replaceAll("\\.v\\d+$", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Reads the column "written by" of the table of topics; "any" and "each service" mean all five. */
    private static Set<String> written(String service) {
        return Project.text(Path.of("common/doc/EVENTS.md"))
                .lines()
                .filter(line -> line.matches("\\| [a-z-]+\\.v\\d .*"))
                .map(line -> line.split("\\|", -1))
                .filter(columns -> columns[2].contains(service)
                        || columns[2].contains("any")
                        || columns[2].contains("each service"))
                .map(columns -> columns[1].strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
