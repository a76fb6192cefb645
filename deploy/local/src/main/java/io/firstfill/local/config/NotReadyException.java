package io.firstfill.local.config;

/** A component runs and was not ready in time. It may still become so: it is not started again. */
public final class NotReadyException extends StartFailedException {
    private static final long serialVersionUID = 1L;

    public NotReadyException(String message) {
        super(message);
    }
}
