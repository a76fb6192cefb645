package io.firstfill.risk.kafka;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Topic;
import io.firstfill.contract.Topics;
import io.firstfill.risk.book.BookListener;
import io.firstfill.risk.book.RiskEngine;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.kafka.Outbox;
import io.quarkus.arc.All;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;

/** Produces the beans from which Quarkus builds the one {@link KafkaStreams}. */
class StreamsWiring {
    @Produces
    @Singleton
    Topology topology(
            RiskEngine engine,
            MessageCodec codec,
            ObjectMapper json,
            @All List<BookListener> listeners,
            Environments environments,
            PastOrders past) {
        int partitions = Topics.all().stream()
                .filter(topic -> topic.name().equals(Topics.COMMANDS))
                .mapToInt(Topic::partitions)
                .findFirst()
                .orElseThrow();
        return new RiskTopology(
                        engine,
                        codec,
                        new BookFormat(json),
                        new BookListeners(listeners),
                        environments.all().keySet(),
                        partitions,
                        System::nanoTime,
                        past)
                .build();
    }

    @Produces
    @Singleton
    StopAlert stopAlert(Outbox outbox, Environments environments, InstantSource clock) {
        return new StopAlert(outbox::publish, environments.all().keySet(), clock);
    }

    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler onFailure(StopAlert alert) {
        return new StreamsFailureHandler(alert);
    }

    @Produces
    @Singleton
    KafkaStreams.StateListener onChange(StopAlert alert) {
        return (now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                alert.clear();
            }
        };
    }
}
