package io.firstfill.ledger.export;

import java.time.Instant;

/** The fields of a journal row in an export: everything that its hash covers. */
record JournalColumns(
        String environment,
        long position,
        String messageId,
        String topic,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        String previousHash,
        String hash,
        String bodySha256,
        String body) {}
