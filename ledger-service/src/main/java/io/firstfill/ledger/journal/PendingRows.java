package io.firstfill.ledger.journal;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.record.Recorded;
import io.firstfill.ledger.journal.JournalTransaction.NewMessage;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows that a batch adds to its chain, and the messages among them that are to be projected, until they are
 * written: many at once, because a statement for each costs several times as much. Whoever reads what earlier messages
 * of the batch have changed has them written before.
 */
final class PendingRows {
    private final JournalTransaction transaction;
    private final Set<MessageId> added = new HashSet<>();
    private List<JournalRow> rows = new ArrayList<>();
    private List<NewMessage> messages = new ArrayList<>();
    private ChainHead head;

    PendingRows(JournalTransaction transaction) {
        this.transaction = transaction;
        this.head = transaction.head();
    }

    JournalRow append(RowContent content, Instant now) {
        JournalRow row = head.append(content, now);
        head = ChainHead.at(row);
        rows.add(row);
        added.add(row.messageId());
        return row;
    }

    /** Has the message projected after those before it. */
    void project(Message message, Recorded receipt) {
        messages.add(new NewMessage(message, receipt.position(), receipt.meta().occurredAt()));
    }

    /** Writes what waits; what is added meanwhile waits for the next call. */
    Uni<Void> write() {
        List<JournalRow> appended = rows;
        List<NewMessage> projected = messages;
        rows = new ArrayList<>();
        messages = new ArrayList<>();
        return transaction.write(appended, projected);
    }

    /** Returns the messages of all rows, written or not. */
    Set<MessageId> added() {
        return added;
    }
}
