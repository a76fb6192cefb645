package io.firstfill.ledger.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways in which an export is written. Every line ends with its digest, and the last line is the manifest. */
public enum ExportFormat {
    CSV {
        @Override
        Optional<String> head(Columns columns) {
            return Optional.of(CsvCells.line(columns.names()));
        }

        @Override
        String row(Columns columns, JsonNode item) {
            return CsvCells.line(columns.cells(item));
        }

        @Override
        String sealed(String content, String digest) {
            return content + "," + digest + "\n";
        }

        @Override
        String manifest(JsonNode manifest) {
            return CsvCells.line(List.of(MANIFEST_CELL, manifest.toString())) + "\n";
        }
    },
    JSONL {
        @Override
        Optional<String> head(Columns columns) {
            return Optional.empty();
        }

        @Override
        String row(Columns columns, JsonNode item) {
            String object = columns.object(item).toString();
            return object.substring(0, object.length() - 1);
        }

        @Override
        String sealed(String content, String digest) {
            return content + JSON_DIGEST + digest + "\"}\n";
        }

        @Override
        String manifest(JsonNode manifest) {
            return JsonNodeFactory.instance.objectNode().set("manifest", manifest) + "\n";
        }
    };

    static final String DIGEST_COLUMN = "rowDigest";
    static final String MANIFEST_CELL = "#manifest";
    static final String JSON_DIGEST = ",\"" + DIGEST_COLUMN + "\":\"";

    /** The name in paths and manifests, and the ending of a file's name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the line before the first row, without its digest; empty where the format has none. */
    abstract Optional<String> head(Columns columns);

    /** Returns the line of an item, without its digest. */
    abstract String row(Columns columns, JsonNode item);

    /** Returns the whole line. */
    abstract String sealed(String content, String digest);

    abstract String manifest(JsonNode manifest);
}
