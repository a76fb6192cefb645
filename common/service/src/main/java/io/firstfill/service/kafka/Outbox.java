package io.firstfill.service.kafka;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnwritableMessageException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes messages, each to the topic of its family and keyed by environment. Only a Kafka Streams topology
 * publishes without the outbox. Sending starts at once, in call order, on the channel's sending thread, so that the
 * caller never waits for a broker. Records bypass the channel's emitter, whose stages cost more time than the way to
 * the broker (decision 9).
 */
@ApplicationScoped
public class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final String CHANNEL = "outbox";

    private final MessageCodec codec;
    private final KafkaClientService clients;
    private final Duration limit;

    Outbox(
            MessageCodec codec,
            KafkaClientService clients,
            @ConfigProperty(name = "mp.messaging.outgoing.outbox.delivery.timeout.ms") int limitMillis) {
        this.codec = codec;
        this.clients = clients;
        this.limit = Duration.ofMillis(limitMillis);
    }

    /** Emits nothing: the channel is opened for its producer alone. */
    @Outgoing(CHANNEL)
    Multi<byte[]> nothing() {
        return Multi.createFrom().nothing();
    }

    /**
     * Fetches the metadata of the families' topics in the background, because the first record of a topic would
     * otherwise wait for them. If no broker answers now, the first record waits.
     */
    public void prepare(Collection<Family> families) {
        families.forEach(family -> prepare(family.topic())
                .subscribe()
                .with(
                        fetched -> LOG.debugf("Topic metadata fetched: topic=%s", family.topic()),
                        failure -> LOG.warnf(failure, "Topic metadata not fetched: topic=%s", family.topic())));
    }

    /**
     * Publishes the message.
     *
     * @return completes when all in-sync replicas have the record; fails when it is unknown whether the topic has it,
     *     and with {@link UnwritableMessageException} when it never will
     */
    public Uni<Void> publish(Message message) {
        return send(Family.of(message).topic(), message);
    }

    /**
     * Publishes the messages in their order, for less than one after the other costs.
     *
     * @return as {@link #publish(Message)}, when every message is on its topic; where it fails, some may be
     */
    public Uni<Void> publishAll(List<? extends Message> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(messages.size());
        try {
            for (Message message : messages) {
                String key = message.environment().value();
                records.add(new ProducerRecord<>(Family.of(message).topic(), key, codec.write(message)));
            }
        } catch (UnwritableMessageException e) {
            return Uni.createFrom().failure(e);
        }
        return withProducer(producer -> ProducerSend.ofAll(producer, records, limit));
    }

    /**
     * Publishes the message under a key of its own, in the partition of its environment: the last record of a key
     * holds.
     *
     * @param part of the key, beside the environment
     * @return as {@link #publish}
     */
    public Uni<Void> publish(Message message, String part) {
        String topic = Family.of(message).topic();
        return encoded(message, bytes -> send(topic, message.environment(), part, bytes));
    }

    /** Ends a key of a compacted topic: its last record is dropped. */
    public Uni<Void> remove(Family family, EnvironmentId environment, String part) {
        return send(family.topic(), environment, part, null);
    }

    private Uni<Void> send(String topic, EnvironmentId environment, String part, byte @Nullable [] value) {
        String key = RecordKeys.of(environment, part);
        var record = new ProducerRecord<>(topic, RecordKeys.partition(environment), key, value);
        return withProducer(producer -> ProducerSend.of(producer, record, limit));
    }

    /**
     * Fetches the metadata of the warm-up topic; fails when there is no such topic: its records would hold up others.
     */
    Uni<Void> prepareWarmUp() {
        return prepare(Topics.REHEARSALS);
    }

    /** Publishes to the warm-up topic, whose records no service acts on. */
    Uni<Void> sendWarmUp(ListingSignal signal) {
        return send(Topics.REHEARSALS, signal);
    }

    private Uni<Void> prepare(String topic) {
        return withProducer(producer -> producer.runOnSendingThread(client -> {
            client.partitionsFor(topic);
        }));
    }

    private Uni<Void> send(String topic, Message message) {
        return encoded(message, bytes -> {
            var record = new ProducerRecord<>(topic, message.environment().value(), bytes);
            return withProducer(producer -> ProducerSend.of(producer, record, limit));
        });
    }

    private Uni<Void> encoded(Message message, Function<byte[], Uni<Void>> send) {
        byte[] bytes;
        try {
            bytes = codec.write(message);
        } catch (UnwritableMessageException e) {
            return Uni.createFrom().failure(e);
        }
        return send.apply(bytes);
    }

    private Uni<Void> withProducer(Function<KafkaProducer<String, byte[]>, Uni<Void>> work) {
        KafkaProducer<String, byte[]> producer = clients.getProducer(CHANNEL);
        return producer == null
                ? Uni.createFrom().failure(new IllegalStateException("The outbox channel is not open"))
                : work.apply(producer);
    }
}
