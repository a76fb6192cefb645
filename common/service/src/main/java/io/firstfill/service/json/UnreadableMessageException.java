package io.firstfill.service.json;

import org.jspecify.annotations.Nullable;

/** Says that a record is not a message of its topic's family. The channel's failure strategy decides what follows. */
public final class UnreadableMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableMessageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
