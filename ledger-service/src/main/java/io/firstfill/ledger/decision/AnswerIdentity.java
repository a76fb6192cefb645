package io.firstfill.ledger.decision;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunStarted;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Derives the id of an answer from the command's id and the answer's type, so that a repeated answer is the same
 * message.
 */
public final class AnswerIdentity {
    private AnswerIdentity() {}

    /** Returns the ids of all answers that a decision can give to the command. */
    public static Stream<MessageId> possibleAnswersTo(MessageId command) {
        return Stream.of(
                        RunStarted.class,
                        RunRejected.class,
                        ConfigurationSaved.class,
                        ConfigurationRejected.class,
                        ConfigurationApplied.class)
                .map(type -> id(type, command));
    }

    static Meta meta(Class<? extends RunEvent> type, Command command, Instant now) {
        return command.meta().next(id(type, command.meta().id()), now);
    }

    private static MessageId id(Class<? extends RunEvent> type, MessageId command) {
        return MessageId.derivedFrom(type.getSimpleName(), command);
    }
}
