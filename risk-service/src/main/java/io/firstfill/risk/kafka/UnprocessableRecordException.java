package io.firstfill.risk.kafka;

import io.firstfill.contract.id.EnvironmentId;
import org.jspecify.annotations.Nullable;

/** Thrown for a record on an input topic that is no message of the environment it is keyed by. */
final class UnprocessableRecordException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable EnvironmentId named;

    /** @param named the environment that the record's content names; null when the content cannot be read */
    UnprocessableRecordException(String reason, @Nullable EnvironmentId named, @Nullable Throwable cause) {
        super(reason, cause);
        this.named = named;
    }

    @Nullable EnvironmentId named() {
        return named;
    }
}
