package io.firstfill.local.component;

import io.firstfill.contract.Topics;
import io.firstfill.testkit.KafkaTopics;
import org.apache.kafka.clients.admin.NewTopic;

/** Creates the topics of the contract on a broker that keeps one copy of each. */
public final class StackTopics {
    private StackTopics() {}

    /** Creates the topics that are missing; a topic that exists gets the contract's settings. */
    public static void create(String bootstrapServers) {
        KafkaTopics.create(
                bootstrapServers,
                Topics.all().stream()
                        .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()))
                        .toList());
    }
}
