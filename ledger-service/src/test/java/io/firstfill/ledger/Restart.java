package io.firstfill.ledger;

import io.firstfill.contract.Topics;
import io.firstfill.testkit.KafkaResource;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * Takes partitions from the ledger and gives them back: a second member joins its group and leaves. The ledger then
 * reads on from what its database holds, as after a start or a crash.
 */
public final class Restart {
    private static final List<String> TOPICS = List.of(
            Topics.COMMANDS,
            Topics.RUNS,
            Topics.LISTINGS,
            Topics.PERMITS,
            Topics.TRADING_STATE,
            Topics.CREDENTIALS,
            Topics.ORDERS,
            Topics.ALERTS,
            Topics.CAPS,
            Topics.EXITS,
            Topics.BALANCES,
            Topics.PRICES);

    private Restart() {}

    /** Returns when the ledger has all its partitions again. */
    public static void of(KafkaClientService clients) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", KafkaResource.shared().bootstrapServers(),
                "group.id", "ledger-service",
                "enable.auto.commit", "false",
                "partition.assignment.strategy", "org.apache.kafka.clients.consumer.RangeAssignor");
        int all = TOPICS.size() * 3;
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> assigned(clients) == all);
        try (var other = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            other.subscribe(TOPICS);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                other.poll(Duration.ofMillis(100));
                return !other.assignment().isEmpty() && assigned(clients) < all;
            });
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> assigned(clients) == all);
    }

    private static int assigned(KafkaClientService clients) {
        return Objects.requireNonNull(clients.getConsumer("journal"))
                .runOnPollingThread((Consumer<Object, Object> client) -> {
                    return client.assignment().size();
                })
                .await()
                .atMost(Duration.ofSeconds(10));
    }
}
