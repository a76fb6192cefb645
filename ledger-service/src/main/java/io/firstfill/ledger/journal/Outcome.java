package io.firstfill.ledger.journal;

import io.firstfill.contract.record.Recorded;
import io.firstfill.contract.run.RunEvent;
import java.util.List;

/**
 * What must be said after the commit, again when it may not have been heard.
 *
 * @param added how many messages were new
 */
public record Outcome(List<RunEvent> answers, List<Recorded> receipts, int added) {
    public Outcome {
        answers = List.copyOf(answers);
        receipts = List.copyOf(receipts);
    }
}
