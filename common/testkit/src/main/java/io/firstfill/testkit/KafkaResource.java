package io.firstfill.testkit;

import io.firstfill.testkit.container.ContainerServers;
import io.firstfill.testkit.container.Containers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Provides the broker for {@code @QuarkusTest}: one per JVM, embedded or a container ({@link Containers}), started by
 * the first test class and shared by the others.
 *
 * <pre>{@code
 * @WithTestResource(value = KafkaResource.class, initArgs =
 *     @ResourceArg(name = KafkaResource.TOPICS, value = "commands.v1:4, trading-state.v1:4:cleanup.policy=compact"))
 * }</pre>
 *
 * Each entry is {@code name[:partitions[:key=value[;key=value]]]}. The named topics are empty when a test class starts.
 */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager {
    public static final String TOPICS = "topics";

    private List<NewTopic> topics = List.of();

    @Override
    public void init(Map<String, String> initArgs) {
        topics = parse(initArgs.getOrDefault(TOPICS, ""));
    }

    @Override
    public Map<String, String> start() {
        TestBroker kafka = shared();
        kafka.recreateTopics(topics);
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "quarkus.log.category.\"kafka\".level", "WARN",
                "quarkus.log.category.\"state.change.logger\".level", "WARN",
                "quarkus.log.category.\"org.apache.kafka\".level", "WARN");
    }

    /** Stops nothing: the next test class uses the same broker, which ends with the JVM. */
    @Override
    public void stop() {}

    public static TestBroker shared() {
        return Shared.BROKER;
    }

    static List<NewTopic> parse(String entries) {
        return Pattern.compile(",")
                .splitAsStream(entries)
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(KafkaResource::topic)
                .toList();
    }

    private static NewTopic topic(String entry) {
        String[] parts = entry.split(":", 3);
        int partitions = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
        NewTopic topic = new NewTopic(parts[0], partitions, (short) 1);
        return parts.length > 2 ? topic.configs(configs(parts[2])) : topic;
    }

    private static Map<String, String> configs(String pairs) {
        return Arrays.stream(pairs.split(";", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Objects.requireNonNull(pair[1])));
    }

    private static final class Shared {
        static final TestBroker BROKER = Containers.inUse()
                ? new TestBroker(ContainerServers.startKafka(BrokerSettings.ofASingleNode()))
                : embedded();

        private static TestBroker embedded() {
            EmbeddedKafka broker = EmbeddedKafka.temporary().start();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "embedded-kafka-close"));
            return new TestBroker(broker.bootstrapServers());
        }
    }
}
