package io.firstfill.ledger.query;

import org.jspecify.annotations.Nullable;

/**
 * The database did not answer a query in time, or could not be asked. Repeating the query later may succeed, and
 * recording does not depend on it. The message says to the caller what happened and what to do.
 */
public final class ReadUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReadUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
