package io.firstfill.ledger.decision;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.run.ApplyRejected;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.AlertKind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Derives the id of an answer from the command's id and the answer's type, so that a repeated answer is the same
 * message.
 */
public final class AnswerIdentity {
    private AnswerIdentity() {}

    /** The kinds of alerts about a record that an acknowledgement of the record clears. */
    static final List<AlertKind> ACKNOWLEDGED =
            List.of(AlertKind.UNREADABLE_MESSAGE, AlertKind.RECORDS_LOST, AlertKind.CHANNEL_STOPPED);

    /** Returns the ids of all answers that a decision can give to the entry of the journal with that id. */
    public static Stream<MessageId> possibleAnswersTo(MessageId entry) {
        Stream<MessageId> ofTypes = Stream.of(
                        RunStarted.class,
                        RunRejected.class,
                        ConfigurationSaved.class,
                        ConfigurationRejected.class,
                        ConfigurationApplied.class,
                        ApplyRejected.class,
                        ConfigurationArchived.class,
                        RecordAcknowledged.class,
                        AlertRaised.class,
                        AlertCleared.class)
                .map(type -> id(type, entry));
        return Stream.concat(ofTypes, ACKNOWLEDGED.stream().map(kind -> clearedId(kind, entry)));
    }

    static Meta meta(Class<? extends RunEvent> type, Command command, Instant now) {
        return meta(type, command.meta(), now);
    }

    static Meta meta(Class<? extends Message> type, Meta entry, Instant now) {
        return entry.next(id(type, entry.id()), now);
    }

    /** Returns the meta of the event that clears an alert because its record was acknowledged. */
    static Meta cleared(AlertKind kind, Meta command, Instant now) {
        return command.next(clearedId(kind, command.id()), now);
    }

    /** Returns the meta of the event that clears the alert under the unknown environment, as old as the answer. */
    static Meta clearedUnderUnknown(AlertKind kind, Meta answer) {
        MessageId id = MessageId.derivedFrom("AlertCleared", kind, EnvironmentId.UNKNOWN, answer.id());
        return answer.next(id, answer.occurredAt());
    }

    private static MessageId clearedId(AlertKind kind, MessageId command) {
        return MessageId.derivedFrom("AlertCleared", kind, command);
    }

    private static MessageId id(Class<? extends Message> type, MessageId entry) {
        return MessageId.derivedFrom(type.getSimpleName(), entry);
    }
}
