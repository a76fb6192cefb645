package io.firstfill.service.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The live end of what a service follows: one channel over all its topics, so that one environment is one thread of
 * events. Its group is the service's (or the instance's, where every instance must see everything), the key is the
 * environment. A record that cannot be read goes to the dead letters with an alert when its topic can spare one, and
 * stops the channel when it cannot: see {@link UnreadableRecords}.
 */
@ApplicationScoped
@IfBuildProperty(name = "firstfill.inbox.enabled", stringValue = "true")
class Inbox {
    static final String CHANNEL = "inbox";

    private final InboxHandler handler;
    private final MessageCodec codec;
    private final UnreadableRecords unreadable;
    private final InboxState state;

    Inbox(InboxHandler handler, MessageCodec codec, UnreadableRecords unreadable, InboxState state) {
        this.state = state;
        this.handler = handler;
        this.codec = codec;
        this.unreadable = unreadable;
    }

    /** What arrives while the past is not complete is dropped: whoever opens next finds it in the past. */
    @Incoming(CHANNEL)
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        if (!state.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        boolean rehearsal = record.topic().equals(Topics.REHEARSALS);
        Message message;
        try {
            message = codec.read(rehearsal ? Topics.LISTINGS : record.topic(), record.value());
        } catch (UnreadableMessageException e) {
            return unreadable.handle(record, e);
        }
        return rehearsal ? Uni.createFrom().voidItem() : handler.received(message);
    }
}
