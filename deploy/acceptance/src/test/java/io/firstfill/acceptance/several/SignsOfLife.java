package io.firstfill.acceptance.several;

import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads from Kafka which instance of a service works for which environment. */
final class SignsOfLife implements AutoCloseable {
    /** Longer than the two seconds between two signs. */
    private static final Duration LATELY = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<String, String> consumer;
    private final List<Sign> signs = new ArrayList<>();

    /** @param service such as {@code trader} */
    private record Sign(String service, String instance, String environment, Instant at) {}

    SignsOfLife(Stack stack) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.kafkaBootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.HEARTBEATS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The instance that works for the environment, once there has been one alone for some seconds. */
    String instanceFor(String service, String environment) {
        return await("one " + service + " for " + environment)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> alone(service, environment), Optional::isPresent)
                .orElseThrow();
    }

    /** When an instance other than the lost one first worked for the environment. */
    Instant movedAt(String service, String environment, String lost, Instant lostAt, Duration timeout) {
        return await("another " + service + " than " + lost + " for " + environment)
                .atMost(timeout)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> read(service, environment)
                                .filter(sign -> sign.at().isAfter(lostAt)
                                        && !sign.instance().equals(lost))
                                .map(Sign::at)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> alone(String service, String environment) {
        Instant since = Clock.systemUTC().instant().minus(LATELY);
        Set<String> instances = read(service, environment)
                .filter(sign -> sign.at().isAfter(since))
                .map(Sign::instance)
                .collect(Collectors.toSet());
        return instances.size() == 1 ? instances.stream().findFirst() : Optional.empty();
    }

    private Stream<Sign> read(String service, String environment) {
        consumer.poll(POLL).forEach(record -> signs.add(sign(new JsonObject(record.value()))));
        return signs.stream()
                .filter(sign ->
                        sign.service().equals(service) && sign.environment().equals(environment));
    }

    private static Sign sign(JsonObject heartbeat) {
        return new Sign(
                heartbeat.getString("service"),
                heartbeat.getString("instance"),
                heartbeat.getString("environment"),
                Instant.parse(heartbeat.getJsonObject("meta").getString("occurredAt")));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
