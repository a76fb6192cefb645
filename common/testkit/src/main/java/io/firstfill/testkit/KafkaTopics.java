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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics of a broker that may run in another process. */
public final class KafkaTopics {
    private static final int QUICK_MILLIS = 2000;

    private KafkaTopics() {}

    /** Creates what is missing; a topic that exists is left as it is. */
    public static void create(String bootstrapServers, Collection<NewTopic> topics) {
        try (Admin admin = admin(bootstrapServers)) {
            Set<String> existing = Kafka.await(admin.listTopics().names());
            List<NewTopic> missing = topics.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            Kafka.await(admin.createTopics(missing).all());
        }
    }

    /** Whether the broker serves clients now. */
    public static boolean reachable(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, QUICK_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, QUICK_MILLIS);
        if (!listening(bootstrapServers)) {
            // The client would complain in the log about each attempt.
            return false;
        }
        QuietServers.silence();
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(QUICK_MILLIS, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            // Not yet: whoever asks will ask again.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean listening(String bootstrapServers) {
        String[] address = bootstrapServers.split(":", 2);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address[0], Integer.parseInt(address[1])), QUICK_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }
}
