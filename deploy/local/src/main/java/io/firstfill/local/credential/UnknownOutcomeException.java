package io.firstfill.local.credential;

/** The key was sent and may have been stored; the message says what is known, without the key. */
final class UnknownOutcomeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownOutcomeException(String message) {
        super(message);
    }
}
