package io.firstfill.ledger.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the file of an export without the ledger: every line by its digest, the rows of a journal by their chain as
 * well, and the whole by the manifest. The digests prove that the file is what was exported; that the journal is what
 * was recorded is proved by its chain, whose hashes are in the receipts, too. Used once.
 */
public final class ExportVerifier {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExportRecords records;
    private final LineDigests digests = new LineDigests();
    private final JournalRows chain = new JournalRows();
    private boolean journal;
    private List<String> columns = List.of();
    private long rows;

    private ExportVerifier(ExportRecords records) {
        this.records = records;
    }

    /** Reads the file to its end, or to the first line that is broken. */
    public static ExportCheck verify(InputStream file) throws IOException {
        ExportVerifier verifier = new ExportVerifier(ExportRecords.of(file));
        Optional<String> finding = verifier.head();
        return finding.isPresent() ? ExportCheck.broken(0, finding.get()) : verifier.lines();
    }

    private Optional<String> head() throws IOException {
        if (records.format() == ExportFormat.JSONL) {
            return Optional.empty();
        }
        byte[] line = records.next();
        String names = line == null ? null : content(line, ExportFormat.DIGEST_COLUMN);
        if (line == null || names == null) {
            return Optional.of("The file does not begin with the names of its columns: it is no export, or was cut");
        }
        digests.next(names.getBytes(StandardCharsets.UTF_8));
        digests.written(line);
        columns = CsvCells.texts(names);
        journal = columns.contains("previousHash");
        return Optional.empty();
    }

    private ExportCheck lines() throws IOException {
        for (byte[] line = records.next(); line != null; line = records.next()) {
            if (line[line.length - 1] != '\n') {
                return ExportCheck.broken(rows, "The file was cut in row " + (rows + 1) + ": it has no manifest");
            }
            JsonNode manifest = manifest(line);
            if (manifest != null) {
                return end(manifest);
            }
            Optional<String> finding = row(line);
            if (finding.isPresent()) {
                return ExportCheck.broken(rows, "Row " + (rows + 1) + " " + finding.get());
            }
            rows++;
        }
        return ExportCheck.broken(rows, "The file was cut after row " + rows + ": it has no manifest");
    }

    private Optional<String> row(byte[] line) {
        String digest = digest(line);
        String content = digest == null ? null : content(line, digest);
        if (digest == null || content == null) {
            return Optional.of("is no row of an export");
        }
        if (!digest.equals(digests.next(content.getBytes(StandardCharsets.UTF_8)))) {
            return Optional.of("is not as it was exported, or a row before it is missing");
        }
        digests.written(line);
        JsonNode fields = fields(content);
        journal = journal || (rows == 0 && fields.has("previousHash"));
        return journal ? chain.next(fields) : Optional.empty();
    }

    /** Returns the digest at the end of the line; null where there is none. */
    private @Nullable String digest(byte[] line) {
        int tail = records.format() == ExportFormat.CSV ? 1 : 3;
        int begin = line.length - tail - LineDigests.LENGTH;
        return begin < 0 ? null : new String(line, begin, LineDigests.LENGTH, StandardCharsets.US_ASCII);
    }

    /** Returns the line without its digest; null where the line does not end with the digest. */
    private @Nullable String content(byte[] line, String digest) {
        String text = new String(line, StandardCharsets.UTF_8);
        String end = records.format().sealed("", digest);
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : null;
    }

    private JsonNode fields(String content) {
        if (records.format() == ExportFormat.JSONL) {
            return journal || rows == 0 ? json(content + "}") : JsonNodeFactory.instance.objectNode();
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        if (journal) {
            List<String> texts = CsvCells.texts(content);
            for (int i = 0; i < Math.min(texts.size(), columns.size()); i++) {
                fields.put(columns.get(i), texts.get(i));
            }
        }
        return fields;
    }

    private @Nullable JsonNode manifest(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8).stripTrailing();
        if (records.format() == ExportFormat.CSV) {
            return text.startsWith(ExportFormat.MANIFEST_CELL + ",")
                    ? json(CsvCells.texts(text).get(1))
                    : null;
        }
        return text.startsWith("{\"manifest\":") ? json(text).path("manifest") : null;
    }

    /** Returns a missing node for a text that is no JSON. */
    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private ExportCheck end(JsonNode manifest) throws IOException {
        String finding = null;
        if (manifest.path("version").asInt() != ExportLines.VERSION) {
            finding = "The manifest is of a version that this program does not know";
        } else if (manifest.path("rows").asLong() != rows) {
            finding = "The manifest states " + manifest.path("rows").asLong() + " rows; the file has " + rows;
        } else if (!manifest.path("sha256").asText().equals(digests.ofAll())) {
            finding = "The SHA-256 of the file is not the one in its manifest";
        } else if (records.next() != null) {
            finding = "Something follows the manifest";
        } else {
            finding = chain.end(manifest.path("heads")).orElse(null);
        }
        return new ExportCheck(rows, finding, manifest);
    }
}
