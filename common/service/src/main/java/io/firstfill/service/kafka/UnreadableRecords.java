package io.firstfill.service.kafka;

import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.json.UnreadableMessageException;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/**
 * Handles records that are not messages of their topic's family. A lost halt, stop or fill would cost money, so a
 * record of those topics stops the channel. A listing that cannot be read must not hold up the other messages, so a
 * record of any other topic goes to the dead letters. Either case raises an alert.
 */
@ApplicationScoped
public class UnreadableRecords {
    private static final Logger LOG = Logger.getLogger(UnreadableRecords.class);
    private static final Set<String> MUST_BE_READ = Set.of(
            Topics.COMMANDS, Topics.RUNS, Topics.PERMITS, Topics.TRADING_STATE, Topics.CREDENTIALS, Topics.ORDERS);

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

    /**
     * Completes when the record is on the dead letters and the alert is acknowledged. Fails, after the alert, when the
     * channel must stop.
     */
    public Uni<Void> handle(ConsumerRecord<String, byte[]> record, UnreadableMessageException reason) {
        LOG.errorf(reason, "Record not readable: record=%s-%d@%d", record.topic(), record.partition(), record.offset());
        boolean stop = mustBeRead(record.topic());
        Uni<Void> alerted = outbox.publish(alert(record, stop));
        return stop
                ? alerted.chain(() -> Uni.createFrom().<Void>failure(reason))
                : setAside(record, reason).chain(() -> alerted);
    }

    private Uni<Void> setAside(ConsumerRecord<String, byte[]> record, UnreadableMessageException reason) {
        var headers = new RecordHeaders()
                .add("dead-letter-topic", utf8(record.topic()))
                .add("dead-letter-partition", utf8(Integer.toString(record.partition())))
                .add("dead-letter-offset", utf8(Long.toString(record.offset())))
                .add("dead-letter-reason", utf8(String.valueOf(reason.getMessage())));
        var address = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(record.key())
                .withHeaders(headers)
                .build();
        return deadLetters.sendMessage(Message.of(record.value(), Metadata.of(address)));
    }

    private AlertRaised alert(ConsumerRecord<String, byte[]> record, boolean stop) {
        AlertKind kind = stop ? AlertKind.CHANNEL_STOPPED : AlertKind.UNREADABLE_MESSAGE;
        String subject = record.topic() + "-" + record.partition() + "@" + record.offset();
        MessageId id = MessageId.derivedFrom(kind, subject);
        return new AlertRaised(
                Meta.first(id, clock.instant()),
                environment(record),
                kind,
                subject,
                stop ? Severity.CRITICAL : Severity.WARNING,
                stop
                        ? "A record could not be read; its channel stopped"
                        : "A record could not be read and was set aside",
                null);
    }

    private static EnvironmentId environment(ConsumerRecord<String, byte[]> record) {
        try {
            return EnvironmentId.of(String.valueOf(record.key()));
        } catch (IllegalArgumentException e) {
            return EnvironmentId.of("unknown");
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
