package io.firstfill.service.kafka;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import io.firstfill.contract.value.Texts;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.providers.locals.ContextAwareMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/**
 * Handles records that cannot be processed, without stopping anything. A record that could have been a halt, a stop or
 * a fill is handed to the service, which decides what its loss means for the environment; a record of any other topic
 * goes to the dead letters with an alert, which ends when a person acknowledges the record.
 */
@ApplicationScoped
public class UnreadableRecords {
    private static final Logger LOG = Logger.getLogger(UnreadableRecords.class);
    private static final Set<String> MUST_BE_READ = Set.of(
            Topics.COMMANDS,
            Topics.RUNS,
            Topics.PERMITS,
            Topics.TRADING_STATE,
            Topics.CREDENTIALS,
            Topics.ORDERS,
            Topics.EXITS,
            Topics.ORDER_MEMORY);

    private final Outbox outbox;
    private final MutinyEmitter<byte[]> deadLetters;
    private final InstantSource clock;

    UnreadableRecords(Outbox outbox, @Channel("dead-letters") MutinyEmitter<byte[]> deadLetters, InstantSource clock) {
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /** Whether the loss of a record of this topic could cost money. */
    public static boolean mustBeRead(String topic) {
        return MUST_BE_READ.contains(topic);
    }

    /** Returns the identity of the alert about a record: every service that meets the record states the same alert. */
    public static String alertSubject(RecordPlace place) {
        return place.toString();
    }

    /**
     * Returns the id of one of the alert's events, the same from every service.
     *
     * @param change {@code raised} or {@code cleared}
     */
    public static MessageId alertId(String change, EnvironmentId environment, RecordPlace place) {
        return MessageId.derivedFrom(AlertKind.UNREADABLE_MESSAGE, change, environment, place);
    }

    /** Sends the record to the dead letters and raises the alert; fails where either is not acknowledged. */
    public Uni<Void> setAside(ConsumerRecord<String, byte[]> record, Throwable reason) {
        return deadLetter(record, reason).chain(() -> outbox.publish(alert(record, UnprocessableRecord.place(record))));
    }

    /** Completes when the record is taken care of, also where the dead letters or the alert could not be sent. */
    Uni<Void> handle(ConsumerRecord<String, byte[]> record, Throwable reason, InboxHandler handler) {
        RecordPlace place = UnprocessableRecord.place(record);
        LOG.errorf(reason, "Record not processed: record=%s", place);
        if (mustBeRead(record.topic())) {
            handler.unprocessable(UnprocessableRecord.of(record, reason));
            return Uni.createFrom().voidItem();
        }
        return setAside(record, reason)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "Dead letter or alert not sent: record=%s", place))
                .onFailure()
                .recoverWithNull();
    }

    /** Ends the alert about a record that was set aside, once a person has acknowledged it. */
    Uni<Void> acknowledged(Message message) {
        if (!(message instanceof RecordAcknowledged event)
                || mustBeRead(event.place().topic())) {
            return Uni.createFrom().voidItem();
        }
        MessageId id = alertId("cleared", event.environment(), event.place());
        return outbox.publish(new AlertCleared(
                        event.meta().next(id, clock.instant()),
                        event.environment(),
                        AlertKind.UNREADABLE_MESSAGE,
                        alertSubject(event.place())))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "Alert not cleared: record=%s", event.place()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> deadLetter(ConsumerRecord<String, byte[]> record, Throwable reason) {
        var headers = new RecordHeaders()
                .add("dead-letter-topic", utf8(record.topic()))
                .add("dead-letter-partition", utf8(Integer.toString(record.partition())))
                .add("dead-letter-offset", utf8(Long.toString(record.offset())))
                .add("dead-letter-reason", utf8(Texts.clean(String.valueOf(reason.getMessage()))));
        var address = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(record.key())
                .withHeaders(headers)
                .build();
        return deadLetters.sendMessage(ContextAwareMessage.of(record.value()).addMetadata(address));
    }

    private AlertRaised alert(ConsumerRecord<String, byte[]> record, RecordPlace place) {
        EnvironmentId environment = UnprocessableRecord.environment(record).orElse(EnvironmentId.UNKNOWN);
        return new AlertRaised(
                Meta.first(alertId("raised", environment, place), clock.instant()),
                environment,
                AlertKind.UNREADABLE_MESSAGE,
                alertSubject(place),
                Severity.WARNING,
                "A record could not be processed and was set aside",
                null);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
