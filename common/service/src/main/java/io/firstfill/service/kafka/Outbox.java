package io.firstfill.service.kafka;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.jboss.logging.Logger;

/**
 * The one way a service says something: to the topic of the message's family, keyed by environment. The returned
 * {@link Uni} completes when all in-sync replicas have the record; sending starts at once, in call order, on the channel's
 * sending thread, so that the caller never waits for a broker. Records pass the channel's emitter by: its stages cost more
 * than the way to the broker (decision 9).
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

    /** The channel is opened for its producer alone. */
    @Outgoing(CHANNEL)
    Multi<byte[]> nothing() {
        return Multi.createFrom().nothing();
    }

    /**
     * Finds the leaders of topics in the background: the first record of a topic would otherwise wait for that. A broker
     * that is away is met again by the first record.
     */
    public void prepare(Collection<Family> families) {
        families.forEach(family -> prepare(family.topic())
                .subscribe()
                .with(
                        known -> LOG.debugf("Topic known: topic=%s", family.topic()),
                        away -> LOG.warnf(away, "Topic not known yet: topic=%s", family.topic())));
    }

    /** Durable when the result completes; its failure means the record may or may not be on the topic. */
    public Uni<Void> publish(Message message) {
        return send(Family.of(message).topic(), message);
    }

    /** Fails when there is no topic for rehearsals: a record for it would hold up those behind it. */
    Uni<Void> prepareWarmUp() {
        return prepare(Topics.REHEARSALS);
    }

    /** As {@link #publish}, to a topic on which nobody acts. */
    Uni<Void> sendWarmUp(ListingSignal signal) {
        return send(Topics.REHEARSALS, signal);
    }

    private Uni<Void> prepare(String topic) {
        return withProducer(producer -> producer.runOnSendingThread(client -> {
            client.partitionsFor(topic);
        }));
    }

    private Uni<Void> send(String topic, Message message) {
        var record = new ProducerRecord<>(topic, message.environment().value(), codec.write(message));
        return withProducer(producer -> ProducerSend.of(producer, record, limit));
    }

    private Uni<Void> withProducer(Function<KafkaProducer<String, byte[]>, Uni<Void>> work) {
        KafkaProducer<String, byte[]> producer = clients.getProducer(CHANNEL);
        return producer == null
                ? Uni.createFrom().failure(new IllegalStateException("The channel has not been opened"))
                : work.apply(producer);
    }
}
