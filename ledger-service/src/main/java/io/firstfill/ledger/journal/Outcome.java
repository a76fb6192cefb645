package io.firstfill.ledger.journal;

import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.id.MessageId;
import java.util.List;
import java.util.Set;

/**
 * What must be said after the commit, again when it may not have been heard.
 *
 * @param added the messages that were new, our own answers among them
 */
public record Outcome(List<RunEvent> answers, List<Recorded> receipts, Set<MessageId> added) {
    public Outcome {
        answers = List.copyOf(answers);
        receipts = List.copyOf(receipts);
        added = Set.copyOf(added);
    }
}
