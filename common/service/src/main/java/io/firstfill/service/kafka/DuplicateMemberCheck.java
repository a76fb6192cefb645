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
 * Another process that has joined the group under this instance's name. It may stay, for it came later; this one must not join
 * again, because that would fence the other in turn, and so on for ever. The client by itself would: only a refused commit
 * stops it, a refused heartbeat does not. See decision 4.
 */
@ApplicationScoped
@IfBuildProperty(name = "firstfill.inbox.enabled", stringValue = "true")
class DuplicateMemberCheck {
    private static final Logger LOG = Logger.getLogger(DuplicateMemberCheck.class);
    private static final int PATIENCE_MILLIS = 2000;

    private final KafkaClientService clients;
    private final Map<String, Object> broker;
    /** Used on the polling thread only. */
    private @Nullable ConsumerGroupMetadata self;

    DuplicateMemberCheck(KafkaClientService clients, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.clients = clients;
        this.broker = broker;
    }

    void joined(Consumer<?, ?> consumer) {
        self = consumer.groupMetadata();
    }

    /** After a loss, before anything is joined again: on the polling thread. When the broker does not answer, the next loss asks. */
    boolean hasJoined() {
        ConsumerGroupMetadata mine = self;
        return mine != null && mine.groupInstanceId().isPresent() && isReplaced(mine);
    }

    /** @throws IllegalStateException always, so that the poll under way does not join; the next one finds the client closed */
    void giveWay() {
        self = null;
        KafkaConsumer<Object, Object> consumer = clients.getConsumer(Inbox.CHANNEL);
        consumer.runOnPollingThread(client -> {
                    client.close();
                })
                .subscribe()
                .with(closed -> {}, failure -> LOG.warn("The replaced consumer was not closed", failure));
        throw new IllegalStateException(
                "Another process has joined under this one's name; this one takes no more part");
    }

    private boolean isReplaced(ConsumerGroupMetadata mine) {
        try (Admin admin = Admin.create(settings())) {
            return admin.describeConsumerGroups(List.of(mine.groupId())).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .anyMatch(member -> isOfOurName(member, mine));
        } catch (ExecutionException e) {
            LOG.warnf("Whether another has our name is not known: %s", e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isOfOurName(MemberDescription member, ConsumerGroupMetadata mine) {
        return member.groupInstanceId().equals(mine.groupInstanceId())
                && !member.consumerId().equals(mine.memberId());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "namesake");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        return settings;
    }
}
