package io.firstfill.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * Runs one real Kafka node (KRaft, broker and controller in one) inside this JVM, listening on 127.0.0.1 only. The
 * {@code with} methods return a new, unstarted broker; {@link #start()} follows them.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private final @Nullable Path kept;
    private final int brokerPort;
    private final int controllerPort;
    private final boolean topicsOnDemand;
    private @Nullable KafkaRaftServer server;
    private @Nullable Path temporary;

    private EmbeddedKafka(@Nullable Path kept, int brokerPort, int controllerPort, boolean topicsOnDemand) {
        this.kept = kept;
        this.brokerPort = brokerPort;
        this.controllerPort = controllerPort;
        this.topicsOnDemand = topicsOnDemand;
    }

    /** Returns a broker on free ports. Its data is deleted when it closes. */
    public static EmbeddedKafka temporary() {
        QuietServers.silence();
        return new EmbeddedKafka(null, FreePort.next(), FreePort.next(), false);
    }

    /** Returns a broker on free ports. Its data stays in the directory, and the next start reads it again. */
    public static EmbeddedKafka keptIn(Path directory) {
        return new EmbeddedKafka(directory, FreePort.next(), FreePort.next(), false);
    }

    public EmbeddedKafka withPorts(int broker, int controller) {
        return new EmbeddedKafka(kept, broker, controller, topicsOnDemand);
    }

    /** Creates unknown topics on their first use. Off by default, so that a misspelt topic fails. */
    public EmbeddedKafka withTopicsOnDemand() {
        return new EmbeddedKafka(kept, brokerPort, controllerPort, true);
    }

    /** Starts the broker; returns when the broker serves clients. */
    public synchronized EmbeddedKafka start() {
        Path data = kept == null ? temporaryDirectory() : kept;
        BrokerSettings settings = new BrokerSettings(data, brokerPort, controllerPort, topicsOnDemand);
        settings.formatWhenNew();
        Properties properties = settings.toProperties();
        KafkaRaftServer starting = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server = starting;
        starting.startup();
        return this;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + brokerPort;
    }

    /** Creates the topics that are missing; a topic that exists gets the settings of the list. */
    public void createTopics(Collection<NewTopic> topics) {
        KafkaTopics.create(bootstrapServers(), topics);
    }

    public void createTopic(String name, int partitions) {
        createTopics(List.of(new NewTopic(name, partitions, (short) 1)));
    }

    /** Deletes and creates the topics: they hold no record afterwards, and no group has an offset in them. */
    public void recreateTopics(Collection<NewTopic> topics) {
        KafkaTopics.recreate(bootstrapServers(), topics);
    }

    /** Returns an admin client, which the caller closes. */
    public Admin admin() {
        return KafkaTopics.admin(bootstrapServers());
    }

    /** Blocks until another thread closes the broker. */
    public void awaitShutdown() {
        KafkaRaftServer running = server;
        if (running != null) {
            running.awaitShutdown();
        }
    }

    @Override
    public synchronized void close() {
        KafkaRaftServer running = server;
        server = null;
        if (running != null) {
            running.shutdown();
            running.awaitShutdown();
        }
        if (temporary != null) {
            Directories.delete(temporary);
            temporary = null;
        }
    }

    private Path temporaryDirectory() {
        try {
            Path created = Files.createTempDirectory("firstfill-kafka");
            temporary = created;
            return created;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
