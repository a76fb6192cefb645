package io.firstfill.local.client;

/** Reports that a component of the stack answered with another status than the caller expects, or did not answer. */
public final class UnexpectedResponseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedResponseException(String message) {
        super(message);
    }

    UnexpectedResponseException(String message, Throwable cause) {
        super(message, cause);
    }
}
