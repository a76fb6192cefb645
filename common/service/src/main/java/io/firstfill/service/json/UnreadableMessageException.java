package io.firstfill.service.json;

import org.jspecify.annotations.Nullable;

/** A record that is not what its topic promises. The channel's stated failure strategy decides what follows. */
public final class UnreadableMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableMessageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
