package io.firstfill.service.kafka;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether another process has joined the group under this instance's name. The other process may stay, because
 * it joined later. This process must not join again: each would fence the other in turn, without end. The Kafka
 * client by itself would join again, because only a refused commit stops it and a refused heartbeat does not. See
 * decision 4.
 */
@ApplicationScoped
@IfBuildProperty(name = "firstfill.inbox.enabled", stringValue = "true")
class DuplicateMemberCheck {
    private static final Logger LOG = Logger.getLogger(DuplicateMemberCheck.class);
    private static final int TIMEOUT_MILLIS = 2000;

    private final KafkaClientService clients;
    private final Map<String, Object> broker;
    /** This process as a member of the group. Used on the polling thread only. */
    private @Nullable ConsumerGroupMetadata self;

    DuplicateMemberCheck(KafkaClientService clients, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.clients = clients;
        this.broker = broker;
    }

    void joined(Consumer<?, ?> consumer) {
        self = consumer.groupMetadata();
    }

    /**
     * Whether another process has this instance's name in the group. Called on the polling thread after a loss of
     * partitions, before the client joins again. When the broker does not answer within 2 s the result is false, and
     * the next loss asks again.
     */
    boolean isReplaced() {
        ConsumerGroupMetadata mine = self;
        return mine != null && mine.groupInstanceId().isPresent() && hasDuplicate(mine);
    }

    /**
     * Closes the inbox's consumer for good.
     *
     * @throws IllegalStateException always, so that the poll under way does not join; the next one finds the client
     *     closed
     */
    void closeConsumer() {
        self = null;
        KafkaConsumer<Object, Object> consumer = clients.getConsumer(Inbox.CHANNEL);
        consumer.runOnPollingThread(client -> {
                    client.close();
                })
                .subscribe()
                .with(closed -> {}, failure -> LOG.warn("The replaced consumer was not closed", failure));
        throw new IllegalStateException(
                "Another process has joined the group under this instance's name; this process leaves the group");
    }

    private boolean hasDuplicate(ConsumerGroupMetadata mine) {
        try (Admin admin = Admin.create(settings())) {
            return admin.describeConsumerGroups(List.of(mine.groupId())).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .anyMatch(member -> isDuplicate(member, mine));
        } catch (ExecutionException e) {
            LOG.warnf("Group members not known: group=%s reason=%s", mine.groupId(), e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isDuplicate(MemberDescription member, ConsumerGroupMetadata mine) {
        return member.groupInstanceId().equals(mine.groupInstanceId())
                && !member.consumerId().equals(mine.memberId());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "duplicate-member-check");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        return settings;
    }
}
