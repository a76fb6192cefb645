package io.firstfill.service.kafka;

import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.kafka.progress.ReadProgress;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Opens the inbox whenever partitions are assigned: replays the past on the polling thread before the first live
 * record is fetched. Start-up, take-over and recovery from a crash are this one path (decision 1).
 */
@ApplicationScoped
@Identifier(Inbox.CHANNEL) @IfBuildProperty(name = "firstfill.inbox.enabled", stringValue = "true")
class InboxOpening implements KafkaConsumerRebalanceListener {
    private final InboxHandler handler;
    private final InboxState state;
    private final LeaseRenewer leases;
    private final ReadProgress progress;
    private final DuplicateMemberCheck duplicates;
    private final KafkaWarmUp warmUp;
    private final MessageCodec codec;
    private final InstantSource clock;
    private final Map<String, Object> broker;
    private final List<String> replayOnlyTopics;

    /** @param replayOnlyTopics topics that are replayed and not followed, because only this service writes them */
    InboxOpening(
            InboxHandler handler,
            InboxState state,
            LeaseRenewer leases,
            ReadProgress progress,
            DuplicateMemberCheck duplicates,
            KafkaWarmUp warmUp,
            MessageCodec codec,
            InstantSource clock,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "firstfill.inbox.replay-only-topics") Optional<List<String>> replayOnlyTopics) {
        this.handler = handler;
        this.state = state;
        this.leases = leases;
        this.progress = progress;
        this.duplicates = duplicates;
        this.warmUp = warmUp;
        this.codec = codec;
        this.clock = clock;
        this.broker = broker;
        this.replayOnlyTopics = replayOnlyTopics.orElse(List.of());
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> live, Collection<TopicPartition> partitions) {
        duplicates.joined(live);
        leases.assigned(live, partitions);
        state.close();
        AssignedEnvironments assigned = AssignedEnvironments.of(live);
        state.assigned(assigned);
        handler.assigned(assigned);
        handler.reset();
        progress.assigned(Map.of());
        if (!partitions.isEmpty()) {
            try (var past = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
                Map<TopicPartition, Long> stopped = new Replay(past, codec, clock)
                        .run(withReplayOnlyTopics(partitions), handler, leases::awaitPredecessor);
                stopped.keySet().retainAll(partitions);
                stopped.forEach(live::seek);
                progress.assigned(stopped);
            }
            leases.renew();
        }
        handler.opened();
        state.open();
        leases.startRenewing();
        warmUp.start();
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> live, Collection<TopicPartition> partitions) {
        leases.end();
        progress.assigned(Map.of());
        state.close();
        boolean replaced = duplicates.isReplaced();
        if (replaced) {
            handler.replaced();
        }
        state.assigned(AssignedEnvironments.NONE);
        handler.assigned(AssignedEnvironments.NONE);
        handler.reset();
        if (replaced) {
            duplicates.closeConsumer();
        }
    }

    /**
     * Adds the replay-only topics' partitions of the same numbers. All topics have the same number of partitions and
     * are assigned by range, so the same number on each topic belongs to the same environments.
     */
    private Set<TopicPartition> withReplayOnlyTopics(Collection<TopicPartition> followed) {
        Set<TopicPartition> all = new HashSet<>(followed);
        for (TopicPartition partition : followed) {
            replayOnlyTopics.forEach(topic -> all.add(new TopicPartition(topic, partition.partition())));
        }
        return all;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "replay");
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
        settings.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
        return settings;
    }
}
