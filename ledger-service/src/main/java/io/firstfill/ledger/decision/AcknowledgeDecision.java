package io.firstfill.ledger.decision;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.value.AlertKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Answers the acknowledgement of a record. The answer holds for every replay, because its topic keeps it for ever. The
 * ledger accepts any place: a service may be unable to process a record that the ledger has processed.
 */
public final class AcknowledgeDecision {
    private AcknowledgeDecision() {}

    /** @param open kinds of the open alerts about the place */
    public static List<Message> decide(AcknowledgeRecord command, Set<AlertKind> open, Instant now) {
        List<Message> answers = new ArrayList<>();
        answers.add(new RecordAcknowledged(
                AnswerIdentity.meta(RecordAcknowledged.class, command.meta(), now),
                command.environment(),
                command.place(),
                command.issuedBy(),
                command.reason()));
        AnswerIdentity.ACKNOWLEDGED.stream()
                .filter(open::contains)
                .map(kind -> new AlertCleared(
                        AnswerIdentity.cleared(kind, command.meta(), now),
                        command.environment(),
                        kind,
                        command.place().toString()))
                .forEach(answers::add);
        return List.copyOf(answers);
    }

    /**
     * Returns what ends the alerts about the record that were raised under {@link EnvironmentId#UNKNOWN}, because its
     * key names no environment. The events belong to another chain than the answer, so the ledger records them when it
     * reads them from their topic, behind the alerts they end. They are made whether such an alert is open or not, for
     * every kind that it may have, also at an earlier contract level: the ledger may read the acknowledgement before
     * the alert.
     */
    public static List<AlertCleared> clearedUnderUnknown(RecordAcknowledged answer) {
        return answer.environment().equals(EnvironmentId.UNKNOWN)
                ? List.of()
                : AnswerIdentity.ACKNOWLEDGED.stream()
                        .map(kind -> new AlertCleared(
                                AnswerIdentity.clearedUnderUnknown(kind, answer.meta()),
                                EnvironmentId.UNKNOWN,
                                kind,
                                answer.place().toString()))
                        .toList();
    }
}
