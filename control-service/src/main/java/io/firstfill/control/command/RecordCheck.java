package io.firstfill.control.command;

import io.firstfill.contract.Family;
import io.firstfill.contract.command.Command;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks, before a command is published, that its record can be read and says the same. A record that nobody can read
 * would halt its environment in every service.
 */
@ApplicationScoped
class RecordCheck {
    private final MessageCodec codec;

    RecordCheck(MessageCodec codec) {
        this.codec = codec;
    }

    /** Returns whether every service of this deployment knows commands of this type. */
    boolean mayWrite(Command command) {
        return codec.mayWrite(command.getClass());
    }

    /** Returns why the command must not be published; empty when every service can read it. */
    Optional<UnrecordableCommandException> failure(Command command) {
        try {
            boolean same =
                    codec.read(Family.of(command).topic(), codec.write(command)).equals(command);
            return same ? Optional.empty() : Optional.of(failed(command, null));
        } catch (UnreadableMessageException | RuntimeException e) {
            return Optional.of(failed(command, e));
        }
    }

    private static UnrecordableCommandException failed(Command command, @Nullable Throwable cause) {
        return new UnrecordableCommandException("The record of " + command.type() + " cannot be read back", cause);
    }
}
