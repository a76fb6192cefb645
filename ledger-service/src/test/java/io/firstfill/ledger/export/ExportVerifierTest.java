package io.firstfill.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.ledger.journal.ChainHead;
import io.firstfill.ledger.journal.Hash;
import io.firstfill.ledger.journal.JournalRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verification of a file names the first row that is not as it was exported, whatever happened to the file. */
class ExportVerifierTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int ROWS = 6;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aFileAsItWasExportedIsIntact(ExportFormat format) {
        for (ExportSubject subject : ExportSubject.values()) {
            ExportCheck check = check(export(subject, format));

            assertThat(check.finding()).as(subject + " " + format).isNull();
            assertThat(check.rows()).isEqualTo(ROWS);
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void anExportWithoutRowsIsIntact(ExportFormat format) {
        ExportLines lines = new ExportLines(request(ExportSubject.ORDERS, format));

        assertThat(check(lines.manifest(List.of(), NOW)).intact()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aFileThatWasCutAnywhereIsRecognised(ExportFormat format) {
        byte[] file = export(ExportSubject.ORDERS, format);

        for (int length = 0; length < file.length; length++) {
            assertThat(check(Arrays.copyOf(file, length)).intact())
                    .as("%d of %d bytes", length, file.length)
                    .isFalse();
        }
        assertThat(check(Arrays.copyOf(file, file.length / 2)).finding()).contains("cut", "no manifest");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void everyChangedByteIsFoundInItsRow(ExportFormat format) {
        byte[] file = export(ExportSubject.ORDERS, format);
        int first = format == ExportFormat.CSV ? 1 : 0;
        List<String> lines = lines(file);
        int offset = 0;
        for (int line = 0; line < lines.size() - 1; line++) {
            int length = lines.get(line).getBytes(StandardCharsets.UTF_8).length;
            for (int at = offset; at < offset + length; at += 7) {
                byte[] changed = file.clone();
                changed[at] ^= 1;

                ExportCheck check = check(changed);

                assertThat(check.intact()).as("byte %d", at).isFalse();
                assertThat(check.rows()).as("byte %d", at).isEqualTo(Math.max(0, line - first));
            }
            offset += length;
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aRowThatIsMissingMovedOrRepeatedIsNamed(ExportFormat format) {
        int third = format == ExportFormat.CSV ? 3 : 2;
        List<String> lines = lines(export(ExportSubject.POSITIONS, format));

        List<String> without = new ArrayList<>(lines);
        without.remove(third);
        List<String> moved = new ArrayList<>(lines);
        Collections.swap(moved, third, third + 1);
        List<String> repeated = new ArrayList<>(lines);
        repeated.add(third, lines.get(third - 1));

        for (List<String> broken : List.of(without, moved, repeated)) {
            assertThat(check(String.join("", broken).getBytes(StandardCharsets.UTF_8))
                            .finding())
                    .contains("Row 3 is not as it was exported");
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void nothingMayFollowTheManifest(ExportFormat format) {
        String file = new String(export(ExportSubject.TRADES, format), StandardCharsets.UTF_8);

        assertThat(check((file + file).getBytes(StandardCharsets.UTF_8)).finding())
                .contains("follows the manifest");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aJournalRowIsProvedByItsChainEvenWhereTheDigestsWereMadeAnew(ExportFormat format) {
        // Given a journal of which somebody has changed the fourth row, and then made the file anew
        List<JsonNode> rows = journal();
        ((ObjectNode) rows.get(3)).put("body", "{\"forged\":true}");
        byte[] file = file(ExportSubject.JOURNAL, format, rows);

        assertThat(check(file).finding()).startsWith("Row 4 is not what was recorded (position 4)");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aJournalWithoutOneOfItsRowsIsFoundEvenWhereTheDigestsWereMadeAnew(ExportFormat format) {
        List<JsonNode> rows = journal();
        rows.remove(2);

        assertThat(check(file(ExportSubject.JOURNAL, format, rows)).finding()).contains("is position 4 and not 3");
    }

    @Test
    void theCommandSaysWhatItFoundAndEndsWithACode() throws IOException {
        Path whole = Files.write(directory.resolve("whole"), export(ExportSubject.ORDERS, ExportFormat.CSV));
        Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(Files.readAllBytes(whole), 900));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(VerifyExport.run(print, whole.toString())).isZero();
        assertThat(VerifyExport.run(print, cut.toString())).isEqualTo(1);
        assertThat(VerifyExport.run(print, directory.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Intact: 6 rows of orders", "no manifest");
    }

    private static byte[] export(ExportSubject subject, ExportFormat format) {
        return file(subject, format, subject == ExportSubject.JOURNAL ? journal() : items());
    }

    private static byte[] file(ExportSubject subject, ExportFormat format, List<JsonNode> rows) {
        ExportLines lines = new ExportLines(request(subject, format));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(lines.rows(rows.subList(0, 2)));
        file.writeBytes(lines.rows(rows.subList(2, rows.size())));
        file.writeBytes(lines.manifest(
                List.of(new ChainHead(PAPER, ROWS, chain().getLast().hash())), NOW));
        return file.toByteArray();
    }

    private static ExportRequest request(ExportSubject subject, ExportFormat format) {
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

    private static List<JsonNode> journal() {
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

    /** Returns the lines with their line feeds; a line feed in quotes ends none. */
    private static List<String> lines(byte[] file) {
        List<String> lines = new ArrayList<>();
        try {
            ExportRecords records = ExportRecords.of(new ByteArrayInputStream(file));
            for (byte[] line = records.next(); line != null; line = records.next()) {
                lines.add(new String(line, StandardCharsets.UTF_8));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExportCheck check(byte[] file) {
        try {
            return ExportVerifier.verify(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
