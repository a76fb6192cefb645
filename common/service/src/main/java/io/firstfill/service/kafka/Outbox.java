package io.firstfill.service.kafka;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaProducer;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * The one way a service says something: to the topic of the message's family, keyed by environment. The returned
 * {@link Uni} completes when all in-sync replicas have the record; sending starts at once, in call order.
 */
@ApplicationScoped
public class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);

    private final MutinyEmitter<byte[]> emitter;
    private final MessageCodec codec;
    private final KafkaClientService clients;

    Outbox(
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            MessageCodec codec,
            KafkaClientService clients) {
        this.emitter = emitter;
        this.codec = codec;
        this.clients = clients;
    }

    /**
     * Finds the leaders of topics in the background: the first record of a topic would otherwise wait for that. A broker
     * that is away is met again by the first record.
     */
    public void prepare(Collection<Family> families) {
        KafkaProducer<String, byte[]> producer = clients.getProducer("outbox");
        if (producer != null) {
            families.forEach(family -> producer.runOnSendingThread(client -> {
                        client.partitionsFor(family.topic());
                    })
                    .subscribe()
                    .with(
                            known -> LOG.debugf("Topic known: topic=%s", family.topic()),
                            away -> LOG.warnf(away, "Topic not known yet: topic=%s", family.topic())));
        }
    }

    /** Durable when the result completes; its failure means the record may or may not be on the topic. */
    public Uni<Void> publish(Message message) {
        return send(Family.of(message).topic(), message);
    }

    /** Fails when there is no topic for rehearsals: a record for it would hold up those behind it. */
    Uni<Void> prepareRehearsal() {
        KafkaProducer<String, byte[]> producer = clients.getProducer("outbox");
        return producer == null
                ? Uni.createFrom().failure(new IllegalStateException("No producer"))
                : producer.runOnSendingThread(client -> {
                    client.partitionsFor(Topics.REHEARSALS);
                });
    }

    /** As {@link #publish}, to a topic on which nobody acts. */
    Uni<Void> rehearse(ListingSignal signal) {
        return send(Topics.REHEARSALS, signal);
    }

    private Uni<Void> send(String topic, Message message) {
        OutgoingKafkaRecordMetadata<String> address = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic)
                .withKey(message.environment().value())
                .build();
        var envelope =
                org.eclipse.microprofile.reactive.messaging.Message.of(codec.write(message), Metadata.of(address));
        Uni<Void> sent = emitter.sendMessage(envelope).memoize().indefinitely();
        sent.subscribe().with(ignored -> {}, failure -> {});
        return sent;
    }
}
