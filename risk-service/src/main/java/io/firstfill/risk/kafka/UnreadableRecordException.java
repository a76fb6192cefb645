package io.firstfill.risk.kafka;

import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Thrown for a record that cannot be read on an input topic: skipping the record could lose a halt, a stop or a fill.
 */
final class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRecordException(RecordMetadata where, String reason, @Nullable Throwable cause) {
        super(where.topic() + "-" + where.partition() + "@" + where.offset() + ": " + reason, cause);
    }
}
