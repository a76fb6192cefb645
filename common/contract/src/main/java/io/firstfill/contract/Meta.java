package io.firstfill.contract;

import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.MessageId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a message and joins it to its cause.
 *
 * @param id the same for the same event, however often the event is written
 * @param occurredAt when the event happened, by the writer's clock, in microseconds
 * @param correlationId joins all messages that follow from one command or one detection
 * @param causationId the message that caused this one; null where a person or the exchange caused it
 */
public record Meta(
        MessageId id,
        Instant occurredAt,
        CorrelationId correlationId,
        @Nullable MessageId causationId) {
    public Meta {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(correlationId, "correlationId");
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Returns the meta of a message that no other message caused: a person's command, or a detection. The message
     * starts a correlation of its own.
     */
    public static Meta first(MessageId id, Instant occurredAt) {
        return new Meta(id, occurredAt, new CorrelationId(id.value()), null);
    }

    /** Returns the meta of a message that the message of this meta caused. */
    public Meta next(MessageId id, Instant occurredAt) {
        return new Meta(id, occurredAt, correlationId, this.id);
    }
}
