package io.firstfill.ledger.journal;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One record of the journal.
 *
 * @param position gapless within the environment, from 1
 * @param body the message as it was sent
 * @param hash over every other component, and so over the whole past
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

    static JournalRow following(ChainEnd end, Received received, Instant recordedAt) {
        var message = received.message();
        Hash bodyHash = Hash.ofBytes(received.body().getBytes(StandardCharsets.UTF_8));
        JournalRow unsealed = new JournalRow(
                end.environment(),
                end.position() + 1,
                message.meta().id(),
                received.topic(),
                message.type(),
                received.body(),
                bodyHash,
                message.meta().occurredAt(),
                recordedAt,
                end.hash(),
                Hash.GENESIS);
        return unsealed.sealed();
    }

    private JournalRow sealed() {
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

    /** What {@link #hash} must be, from everything else. */
    Hash expectedHash() {
        return Hash.of(
                environment.value(),
                Long.toString(position),
                messageId.toString(),
                topic,
                type,
                bodyHash.hex(),
                occurredAt.toString(),
                recordedAt.toString(),
                previousHash.hex());
    }
}
