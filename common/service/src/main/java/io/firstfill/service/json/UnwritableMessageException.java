package io.firstfill.service.json;

import org.jspecify.annotations.Nullable;

/**
 * Says that a message must not be published, because not every reader could take the record: a programming error, for
 * what comes from outside is refused or bounded where it enters. Publishing the message again fails again.
 */
public final class UnwritableMessageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public UnwritableMessageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
