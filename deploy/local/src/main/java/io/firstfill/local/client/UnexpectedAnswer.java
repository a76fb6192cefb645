package io.firstfill.local.client;

/** A part of the stack answered something else than the caller needs to go on. */
public final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(String message) {
        super(message);
    }

    UnexpectedAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
