package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Times;
import java.time.Instant;

/**
 * One record of the journal.
 *
 * @param position gapless within the environment, from 1
 * @param body the message as it was sent, or what the ledger itself had to state
 * @param hash over every other component, the body by its hash, and so over every earlier record
 */
public record JournalRow(
        EnvironmentId environment,
        long position,
        MessageId messageId,
        String topic,
        String type,
        String body,
        Hash bodyHash,
        Instant occurredAt,
        Instant recordedAt,
        Hash previousHash,
        Hash hash) {

    static JournalRow following(ChainHead head, RowContent content, Instant recordedAt) {
        JournalRow withoutHash = new JournalRow(
                head.environment(),
                head.position() + 1,
                content.meta().id(),
                content.topic(),
                content.type(),
                content.body(),
                content.bodyHash(),
                content.meta().occurredAt(),
                recordedAt,
                head.hash(),
                Hash.GENESIS);
        return withoutHash.withExpectedHash();
    }

    private JournalRow withExpectedHash() {
        return new JournalRow(
                environment,
                position,
                messageId,
                topic,
                type,
                body,
                bodyHash,
                occurredAt,
                recordedAt,
                previousHash,
                expectedHash());
    }

    /** Computes the value that {@link #hash} must have, from the other components. */
    public Hash expectedHash() {
        return Hash.of(
                environment.value(),
                Long.toString(position),
                messageId.toString(),
                topic,
                type,
                bodyHash.hex(),
                Times.text(occurredAt),
                Times.text(recordedAt),
                previousHash.hex());
    }
}
