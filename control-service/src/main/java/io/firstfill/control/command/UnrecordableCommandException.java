package io.firstfill.control.command;

import org.jspecify.annotations.Nullable;

/**
 * Says that a command's record could not be read back, so that the command was not published. The checks of the fields
 * should have refused it before.
 */
public final class UnrecordableCommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnrecordableCommandException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
