package io.firstfill.service.kafka;

import io.firstfill.service.json.MessageCodec;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Start-up, take-over and crash recovery as one path: whenever partitions are assigned, the past is replayed on the
 * polling thread before the first live record is fetched.
 */
@ApplicationScoped
@Identifier("inbox") @IfBuildProperty(name = "firstfill.inbox.enabled", stringValue = "true")
class InboxOpening implements KafkaConsumerRebalanceListener {
    private final InboxHandler handler;
    private final InboxState state;
    private final Membership membership;
    private final Namesake namesake;
    private final RoadRehearsal rehearsal;
    private final MessageCodec codec;
    private final InstantSource clock;
    private final Map<String, Object> broker;

    InboxOpening(
            InboxHandler handler,
            InboxState state,
            Membership membership,
            Namesake namesake,
            RoadRehearsal rehearsal,
            MessageCodec codec,
            InstantSource clock,
            @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.handler = handler;
        this.state = state;
        this.membership = membership;
        this.namesake = namesake;
        this.rehearsal = rehearsal;
        this.codec = codec;
        this.clock = clock;
        this.broker = broker;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> live, Collection<TopicPartition> partitions) {
        namesake.joined(live);
        membership.assigned(live, partitions);
        state.closed();
        handler.forgotten();
        if (!partitions.isEmpty()) {
            try (var past = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
                new Replay(past, codec, clock)
                        .run(partitions, handler, membership::awaitPredecessor)
                        .forEach(live::seek);
            }
            membership.prove();
        }
        handler.opened();
        state.open();
        membership.opened();
        rehearsal.play();
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> live, Collection<TopicPartition> partitions) {
        membership.lost();
        state.closed();
        handler.forgotten();
        namesake.giveWay();
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
