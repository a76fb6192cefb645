package io.firstfill.testkit.container;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;

/** Starts the shared servers as containers, which end with the JVM. */
public final class ContainerServers {
    private static final int POSTGRES_PORT = 5432;

    private ContainerServers() {}

    /**
     * Starts a broker.
     *
     * @param settings of the broker, by their names in Kafka's documentation
     * @return its bootstrap servers
     */
    @SuppressWarnings("resource") // Testcontainers removes it at the end of the JVM
    public static String startKafka(Map<String, String> settings) {
        KafkaContainer kafka = new KafkaContainer(Containers.KAFKA);
        settings.forEach((name, value) -> kafka.withEnv(environmentVariable(name), value));
        kafka.start();
        return kafka.getBootstrapServers().replaceFirst("^[A-Z_]+://", "");
    }

    /**
     * Starts a database server with the superuser {@code postgres}, whose password is its name; quick rather than
     * durable.
     *
     * @return its host and port
     */
    @SuppressWarnings("resource") // Testcontainers removes it at the end of the JVM
    public static String startPostgres() {
        GenericContainer<?> postgres = new GenericContainer<>(Containers.POSTGRES)
                .withEnv("POSTGRES_PASSWORD", "postgres")
                .withExposedPorts(POSTGRES_PORT)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=60")
                // The first is of the server that initialises the data.
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2))
                .withStartupTimeout(Duration.ofSeconds(60));
        postgres.start();
        return postgres.getHost() + ":" + postgres.getMappedPort(POSTGRES_PORT);
    }

    /** The variable by which the image of Kafka takes a setting of the broker. */
    static String environmentVariable(String setting) {
        return "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
