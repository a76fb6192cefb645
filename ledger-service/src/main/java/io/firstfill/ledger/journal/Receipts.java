package io.firstfill.ledger.journal;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.record.Recorded;

/** Makes the receipts of recorded messages. */
final class Receipts {
    private Receipts() {}

    /** Derives the receipt's id from the message's id, so that a receipt published again is the same message. */
    static Recorded of(Meta recorded, JournalRow row) {
        Meta meta = recorded.next(MessageId.derivedFrom("Recorded", row.messageId()), row.recordedAt());
        return new Recorded(
                meta,
                row.environment(),
                row.messageId(),
                row.position(),
                row.hash().hex());
    }
}
