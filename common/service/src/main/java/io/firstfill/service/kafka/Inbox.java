package io.firstfill.service.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.firstfill.service.progress.ReadProgress;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Receives the live records of all topics a service follows. All topics share one channel, so that the events of one
 * environment come one after another. The consumer group is the service's, or the instance's where every instance
 * must see everything; the key is the environment. A record that cannot be read goes to the dead letters with an
 * alert, or stops the channel where its loss could cost money: see {@link UnreadableRecords}.
 */
@ApplicationScoped
@IfBuildProperty(name = "firstfill.inbox.enabled", stringValue = "true")
class Inbox {
    static final String CHANNEL = "inbox";

    private final InboxHandler handler;
    private final MessageCodec codec;
    private final UnreadableRecords unreadable;
    private final InboxState state;
    private final ReadProgress progress;

    Inbox(InboxHandler handler, MessageCodec codec, UnreadableRecords unreadable, InboxState state, ReadProgress progress) {
        this.progress = progress;
        this.state = state;
        this.handler = handler;
        this.codec = codec;
        this.unreadable = unreadable;
    }

    /**
     * Drops a record that arrives while the inbox is closed: the next opening replays the record as part of the past.
     */
    @Incoming(CHANNEL)
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        try {
            return handle(record);
        } finally {
            progress.handled(record);
        }
    }

    private Uni<Void> handle(ConsumerRecord<String, byte[]> record) {
        if (!state.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        boolean warmUp = record.topic().equals(Topics.REHEARSALS);
        Message message;
        try {
            message = codec.read(warmUp ? Topics.LISTINGS : record.topic(), record.value());
        } catch (UnreadableMessageException e) {
            return unreadable.handle(record, e);
        }
        return warmUp ? Uni.createFrom().voidItem() : handler.received(message);
    }
}
