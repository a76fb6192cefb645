package io.firstfill.contract;

import io.firstfill.contract.id.CorrelationId;
import io.firstfill.contract.id.MessageId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every message says of itself.
 *
 * @param id the same for the same fact, however often it is written
 * @param occurredAt when it happened, by the writer's clock, in microseconds
 * @param correlationId joins all that follows from one command or one detection
 * @param causationId the message that caused this one; null where a person or the exchange did
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

    /** A message without a cause on a topic: a person's command, a detection. It starts a correlation of its own. */
    public static Meta first(MessageId id, Instant occurredAt) {
        return new Meta(id, occurredAt, new CorrelationId(id.value()), null);
    }

    /** A message that follows from this one. */
    public Meta next(MessageId id, Instant occurredAt) {
        return new Meta(id, occurredAt, correlationId, this.id);
    }
}
