package io.firstfill.local.credential;

/** The key could not be stored; the message is one sentence, without the key. */
final class NotStoredException extends RuntimeException {
    NotStoredException(String message) {
        super(message);
    }
}
