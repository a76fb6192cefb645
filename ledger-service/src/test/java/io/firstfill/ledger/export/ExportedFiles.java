package io.firstfill.ledger.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.journal.ChainHead;
import io.firstfill.ledger.journal.Hash;
import io.firstfill.ledger.journal.JournalRow;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files of exports, each of six rows. */
final class ExportedFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final int ROWS = 6;

    private ExportedFiles() {}

    static byte[] export(ExportSubject subject, ExportFormat format) {
        return file(subject, format, subject == ExportSubject.JOURNAL ? journal() : items());
    }

    static byte[] file(ExportSubject subject, ExportFormat format, List<JsonNode> rows) {
        ExportLines lines = new ExportLines(request(subject, format));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(lines.rows(rows.subList(0, 2)));
        file.writeBytes(lines.rows(rows.subList(2, rows.size())));
        file.writeBytes(lines.manifest(
                List.of(new ChainHead(PAPER, ROWS, chain().getLast().hash())), NOW));
        return file.toByteArray();
    }

    static ExportRequest request(ExportSubject subject, ExportFormat format) {
        var rows = new ExportRequest.Rows.Chained(PAPER, 0, Long.MAX_VALUE);
        return new ExportRequest(subject, format, Map.of("environment", "paper"), rows);
    }

    private static List<JsonNode> items() {
        List<JsonNode> items = new ArrayList<>();
        for (int i = 1; i <= ROWS; i++) {
            items.add(JSON.createObjectNode()
                    .put("environment", "paper")
                    .put("status", "FILLED")
                    .put("detail", i == 2 ? "two\nlines, \"quoted\"" : "=" + i)
                    .put("createdAt", "2026-11-22T12:00:0" + i + "+00:00"));
        }
        return items;
    }

    static List<JsonNode> journal() {
        List<JsonNode> rows = new ArrayList<>();
        chain().forEach(row -> rows.add(JSON.createObjectNode()
                .put("environment", row.environment().value())
                .put("position", row.position())
                .put("messageId", row.messageId().toString())
                .put("topic", row.topic())
                .put("type", row.type())
                .put("occurredAt", row.occurredAt().toString())
                .put("recordedAt", row.recordedAt().toString())
                .put("previousHash", row.previousHash().hex())
                .put("hash", row.hash().hex())
                .put("bodySha256", row.bodyHash().hex())
                .put("body", row.body())));
        return rows;
    }

    private static List<JournalRow> chain() {
        List<JournalRow> rows = new ArrayList<>();
        Hash previous = ChainHead.genesis(PAPER).hash();
        for (int i = 1; i <= ROWS; i++) {
            String body = (i == 3 ? "\t" : "") + "{\"number\":" + i + ",\n\"text\":\"a, 'b'\"}";
            JournalRow bare = row(i, body, previous, previous);
            JournalRow row = row(i, body, previous, bare.expectedHash());
            rows.add(row);
            previous = row.hash();
        }
        return rows;
    }

    private static JournalRow row(int position, String body, Hash previous, Hash hash) {
        return new JournalRow(
                PAPER,
                position,
                MessageId.derivedFrom("test", position),
                "alerts.v1",
                "Test",
                body,
                Hash.ofBytes(body.getBytes(StandardCharsets.UTF_8)),
                NOW,
                NOW.plusMillis(position),
                previous,
                hash);
    }
}
