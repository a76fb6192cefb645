package io.firstfill.ledger.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.MessageId;
import java.time.Instant;

/** One record of the journal with the message as it was sent. Hashes are hexadecimal SHA-256. */
public record JournalItem(
        long position,
        MessageId messageId,
        String topic,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        String bodySha256,
        String hash,
        JsonNode message) {}
