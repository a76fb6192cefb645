package io.firstfill.environment;

import org.jspecify.annotations.Nullable;

/** A fault of an environments file. The message is one sentence that names the file, the line and the field. */
public final class EnvironmentsFileException extends IllegalArgumentException {
    public EnvironmentsFileException(String message) {
        super(message);
    }

    public EnvironmentsFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
