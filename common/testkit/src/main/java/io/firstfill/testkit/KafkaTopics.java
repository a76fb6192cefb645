package io.firstfill.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Creates topics and checks the broker, which may run in another process. */
public final class KafkaTopics {
    private static final int TIMEOUT_MILLIS = 2000;

    private KafkaTopics() {}

    /**
     * Creates the topics that are missing. A topic that exists keeps its records and partitions and gets the settings
     * of the list, so that a longer retention holds for topics of an earlier release as well.
     */
    public static void create(String bootstrapServers, Collection<NewTopic> topics) {
        try (Admin admin = admin(bootstrapServers)) {
            Set<String> existing = Kafka.await(admin.listTopics().names());
            Map<Boolean, List<NewTopic>> split =
                    topics.stream().collect(Collectors.partitioningBy(topic -> existing.contains(topic.name())));
            Kafka.await(admin.createTopics(split.getOrDefault(false, List.of())).all());
            Kafka.await(admin.incrementalAlterConfigs(settings(split.getOrDefault(true, List.of())))
                    .all());
        }
    }

    /** Deletes and creates the topics: they hold no record afterwards, and no group has an offset in them. */
    static void recreate(String bootstrapServers, Collection<NewTopic> topics) {
        try (Admin admin = admin(bootstrapServers)) {
            Set<String> existing = Kafka.await(admin.listTopics().names());
            List<String> old = topics.stream()
                    .map(NewTopic::name)
                    .filter(existing::contains)
                    .toList();
            Kafka.await(admin.deleteTopics(old).all());
            Kafka.await(admin.createTopics(topics).all());
        }
    }

    private static Map<ConfigResource, Collection<AlterConfigOp>> settings(List<NewTopic> topics) {
        return topics.stream()
                .filter(topic -> topic.configs() != null)
                .collect(Collectors.toMap(
                        topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        topic -> topic.configs().entrySet().stream()
                                .map(setting -> new AlterConfigOp(
                                        new ConfigEntry(setting.getKey(), setting.getValue()),
                                        AlterConfigOp.OpType.SET))
                                .toList()));
    }

    /** Whether the broker serves clients now. Waits for at most 2 s per step. */
    public static boolean reachable(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        if (!listening(bootstrapServers)) {
            // The client would log each failed attempt.
            return false;
        }
        QuietServers.silence();
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            // Not reachable yet: the caller asks again.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean listening(String bootstrapServers) {
        String[] address = bootstrapServers.split(":", 2);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address[0], Integer.parseInt(address[1])), TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }
}
