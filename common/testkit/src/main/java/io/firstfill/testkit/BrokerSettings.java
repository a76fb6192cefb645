package io.firstfill.testkit;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The settings of the smallest single node that still has transactions and consumer groups. */
record BrokerSettings(Path data, int brokerPort, int controllerPort, boolean topicsOnDemand) {
    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    void formatWhenNew() {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(quiet)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(CONTROLLER)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot format the Kafka data directory " + data, e);
        }
    }

    Properties toProperties() {
        Properties p = new Properties();
        identity(p);
        singleReplica(p);
        small(p);
        quick(p);
        return p;
    }

    /** Returns the settings that a broker in a container needs to behave as the embedded one, by their names. */
    static Map<String, String> ofASingleNode() {
        Properties p = new Properties();
        p.setProperty("auto.create.topics.enable", "false");
        singleReplica(p);
        quick(p);
        Map<String, String> settings = new TreeMap<>();
        p.stringPropertyNames().forEach(name -> settings.put(name, p.getProperty(name)));
        return settings;
    }

    private void identity(Properties p) {
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", Integer.toString(NODE));
        p.setProperty("log.dirs", data.toString());
        p.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + brokerPort + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        p.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + brokerPort);
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        p.setProperty("controller.listener.names", CONTROLLER);
        p.setProperty("inter.broker.listener.name", "PLAINTEXT");
        p.setProperty("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        p.setProperty("auto.create.topics.enable", Boolean.toString(topicsOnDemand));
    }

    private static void singleReplica(Properties p) {
        p.setProperty("default.replication.factor", "1");
        p.setProperty("min.insync.replicas", "1");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "2");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "2");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.num.partitions", "1");
    }

    private static void small(Properties p) {
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "3");
        p.setProperty("background.threads", "2");
        p.setProperty("num.recovery.threads.per.data.dir", "1");
        // The log cleaner reserves this much per thread at its start; the default is 128 MiB.
        p.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        p.setProperty("log.cleaner.io.buffer.size", "131072");
        p.setProperty("log.index.size.max.bytes", "1048576");
        p.setProperty("socket.send.buffer.bytes", "262144");
        p.setProperty("socket.receive.buffer.bytes", "262144");
    }

    private static void quick(Properties p) {
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        // A single broker is unfenced on a heartbeat; with the default of 2 s a start takes that much longer.
        p.setProperty("broker.heartbeat.interval.ms", "200");
        // A restarted broker counts as a duplicate until the session of the former process ends.
        p.setProperty("broker.session.timeout.ms", "2500");
        p.setProperty("group.min.session.timeout.ms", "1000");
        // A killed instance of risk leaves a transaction open; by default it is looked for every 10 s.
        p.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
    }
}
