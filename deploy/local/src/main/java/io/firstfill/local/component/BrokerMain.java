package io.firstfill.local.component;

import io.firstfill.testkit.EmbeddedKafka;
import java.nio.file.Path;

/** Runs the Kafka broker as a process of its own until SIGTERM: {@code BrokerMain DATA PORT CONTROLLER_PORT}. */
public final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) {
        EmbeddedKafka kafka = EmbeddedKafka.keptIn(Path.of(arguments[0]))
                .withPorts(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "broker-close"));
        kafka.start();
        kafka.awaitShutdown();
    }
}
