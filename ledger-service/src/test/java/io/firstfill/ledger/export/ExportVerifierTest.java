package io.firstfill.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The verification of a file names the first row that is not as it was exported, whatever happened to the file. */
class ExportVerifierTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aFileAsItWasExportedIsIntact(ExportFormat format) {
        for (ExportSubject subject : ExportSubject.values()) {
            ExportCheck check = check(ExportedFiles.export(subject, format));

            assertThat(check.finding()).as(subject + " " + format).isNull();
            assertThat(check.rows()).isEqualTo(ExportedFiles.ROWS);
        }
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void anExportWithoutRowsIsIntact(ExportFormat format) {
        ExportLines lines = new ExportLines(ExportedFiles.request(ExportSubject.ORDERS, format));

        assertThat(check(lines.manifest(List.of(), ExportedFiles.NOW)).intact()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aFileThatWasCutAnywhereIsRecognised(ExportFormat format) {
        byte[] file = ExportedFiles.export(ExportSubject.ORDERS, format);

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
        byte[] file = ExportedFiles.export(ExportSubject.ORDERS, format);
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
        List<String> lines = lines(ExportedFiles.export(ExportSubject.POSITIONS, format));

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
        String file = new String(ExportedFiles.export(ExportSubject.TRADES, format), StandardCharsets.UTF_8);

        assertThat(check((file + file).getBytes(StandardCharsets.UTF_8)).finding())
                .contains("follows the manifest");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aJournalRowIsProvedByItsChainEvenWhereTheDigestsWereMadeAnew(ExportFormat format) {
        // Given a journal of which somebody has changed the fourth row, and then made the file anew
        List<JsonNode> rows = ExportedFiles.journal();
        ((ObjectNode) rows.get(3)).put("body", "{\"forged\":true}");
        byte[] file = ExportedFiles.file(ExportSubject.JOURNAL, format, rows);

        assertThat(check(file).finding()).startsWith("Row 4 is not what was recorded (position 4)");
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aJournalWithoutOneOfItsRowsIsFoundEvenWhereTheDigestsWereMadeAnew(ExportFormat format) {
        List<JsonNode> rows = ExportedFiles.journal();
        rows.remove(2);

        assertThat(check(ExportedFiles.file(ExportSubject.JOURNAL, format, rows))
                        .finding())
                .contains("is position 4 and not 3");
    }

    @Test
    void theCommandSaysWhatItFoundAndEndsWithACode() throws IOException {
        Path whole =
                Files.write(directory.resolve("whole"), ExportedFiles.export(ExportSubject.ORDERS, ExportFormat.CSV));
        Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(Files.readAllBytes(whole), 900));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(VerifyExport.run(print, whole.toString())).isZero();
        assertThat(VerifyExport.run(print, cut.toString())).isEqualTo(1);
        assertThat(VerifyExport.run(print, directory.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Intact: 6 rows of orders", "no manifest");
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
