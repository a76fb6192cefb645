package io.firstfill.ledger.journal;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.record.Recorded;
import java.util.List;
import java.util.Set;

/**
 * The result of a committed batch: what must be published after the commit. A message delivered again puts its answer
 * and its receipt in the result again, because the first publication may have been lost.
 *
 * @param answers to the commands of the batch, and alerts about its records
 * @param receipts for every entry of the batch and for every new answer
 * @param added ids of the messages that were new, the ledger's own answers among them
 */
public record BatchResult(List<Message> answers, List<Recorded> receipts, Set<MessageId> added) {
    public BatchResult {
        answers = List.copyOf(answers);
        receipts = List.copyOf(receipts);
        added = Set.copyOf(added);
    }
}
