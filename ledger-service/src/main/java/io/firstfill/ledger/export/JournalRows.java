package io.firstfill.ledger.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.journal.Hash;
import io.firstfill.ledger.journal.JournalRow;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Recomputes the hash chain over the rows of an exported journal. Used once. */
final class JournalRows {
    private @Nullable JournalRow last;

    /** Returns what is wrong with the next row; empty where it follows the row before and has its own hash. */
    Optional<String> next(JsonNode fields) {
        JournalRow row;
        try {
            row = row(fields);
        } catch (RuntimeException e) {
            return Optional.of("is no row of a journal");
        }
        Optional<String> finding = check(row, last);
        last = row;
        return finding;
    }

    private static Optional<String> check(JournalRow row, @Nullable JournalRow before) {
        if (before != null && row.position() != before.position() + 1) {
            return Optional.of("is position " + row.position() + " and not " + (before.position() + 1));
        }
        if (before != null && !row.previousHash().equals(before.hash())) {
            return Optional.of("does not follow the row before it (position " + row.position() + ")");
        }
        boolean whole =
                Hash.ofBytes(row.body().getBytes(StandardCharsets.UTF_8)).equals(row.bodyHash())
                        && row.hash().equals(row.expectedHash());
        return whole ? Optional.empty() : Optional.of("is not what was recorded (position " + row.position() + ")");
    }

    /** Returns what is wrong with the end of the chain, as the manifest states it. */
    Optional<String> end(JsonNode heads) {
        JournalRow end = last;
        if (end == null) {
            return Optional.empty();
        }
        for (JsonNode head : heads) {
            boolean mine =
                    head.path("environment").asText().equals(end.environment().value());
            if (mine && head.path("position").asLong() == end.position()) {
                return head.path("hash").asText().equals(end.hash().hex())
                        ? Optional.empty()
                        : Optional.of("the last row is not the head of the chain that the manifest states");
            }
        }
        return Optional.empty();
    }

    private static JournalRow row(JsonNode fields) {
        return new JournalRow(
                EnvironmentId.of(fields.path("environment").asText()),
                Long.parseLong(fields.path("position").asText()),
                MessageId.of(fields.path("messageId").asText()),
                fields.path("topic").asText(),
                fields.path("type").asText(),
                fields.path("body").asText(),
                new Hash(fields.path("bodySha256").asText()),
                Instant.parse(fields.path("occurredAt").asText()),
                Instant.parse(fields.path("recordedAt").asText()),
                new Hash(fields.path("previousHash").asText()),
                new Hash(fields.path("hash").asText()));
    }
}
