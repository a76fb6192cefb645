package io.firstfill.testkit;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A running Kafka broker, embedded or in a container. */
public record TestBroker(String bootstrapServers) {
    /** Creates the topics that are missing; a topic that exists gets the settings of the list. */
    public void createTopics(Collection<NewTopic> topics) {
        KafkaTopics.create(bootstrapServers, topics);
    }

    public void createTopic(String name, int partitions) {
        createTopics(List.of(new NewTopic(name, partitions, (short) 1)));
    }

    /** Deletes and creates the topics: they hold no record afterwards, and no group has an offset in them. */
    public void recreateTopics(Collection<NewTopic> topics) {
        KafkaTopics.recreate(bootstrapServers, topics);
    }

    /** Returns an admin client, which the caller closes. */
    public Admin admin() {
        return KafkaTopics.admin(bootstrapServers);
    }
}
