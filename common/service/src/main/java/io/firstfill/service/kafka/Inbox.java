package io.firstfill.service.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Topics;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.firstfill.service.kafka.progress.ReadProgress;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Receives the live records of all topics a service follows. All topics share one channel, so that the events of one
 * environment come one after another. The consumer group is the service's, or the instance's where every instance
 * must see everything; the key is the environment. No record stops the channel: one that cannot be processed is handed
 * to {@link UnreadableRecords}, and the next one follows.
 */
@ApplicationScoped
@IfBuildProperty(name = "firstfill.inbox.enabled", stringValue = "true")
class Inbox {
    static final String CHANNEL = "inbox";

    private final InboxHandler handler;
    private final RecordReader reader;
    private final UnreadableRecords unreadable;
    private final InboxState state;
    private final ReadProgress progress;

    Inbox(
            InboxHandler handler,
            MessageCodec codec,
            UnreadableRecords unreadable,
            InboxState state,
            ReadProgress progress) {
        this.progress = progress;
        this.state = state;
        this.handler = handler;
        this.reader = new RecordReader(codec);
        this.unreadable = unreadable;
    }

    /**
     * Drops a record that arrives while the inbox is closed: the next opening replays the record as part of the past.
     * Also drops one without a value, which says nothing.
     */
    @Incoming(CHANNEL)
    Uni<Void> receive(ConsumerRecord<String, byte[]> record) {
        return handle(record).onTermination().invoke(() -> progress.handled(record));
    }

    private Uni<Void> handle(ConsumerRecord<String, byte[]> record) {
        if (!state.isOpen() || record.value() == null) {
            return Uni.createFrom().voidItem();
        }
        if (record.topic().equals(Topics.REHEARSALS)) {
            reader.warmUp(record);
            return Uni.createFrom().voidItem();
        }
        Message message;
        try {
            message = reader.read(record);
        } catch (UnreadableMessageException e) {
            return unreadable.handle(record, e, handler);
        }
        return Uni.createFrom()
                .deferred(() -> handler.received(message, UnprocessableRecord.place(record)))
                .onFailure(RuntimeException.class)
                .recoverWithUni(failure -> unreadable.handle(record, failure, handler))
                .chain(() -> unreadable.acknowledged(message));
    }
}
