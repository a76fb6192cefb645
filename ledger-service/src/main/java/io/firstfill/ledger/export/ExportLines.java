package io.firstfill.ledger.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.ledger.journal.ChainHead;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Writes the lines of one export in their order. Used once, by one thread at a time. */
public final class ExportLines {
    /** Of the files; a reader refuses a version that it does not know. */
    static final int VERSION = 1;

    private final ExportRequest request;
    private final Columns columns;
    private final LineDigests digests = new LineDigests();
    private boolean begun;
    private long rows;

    public ExportLines(ExportRequest request) {
        this.request = request;
        this.columns = request.subject().columns();
    }

    /** Returns the lines of the items, and before the first of them what comes before the first row. */
    public byte[] rows(List<JsonNode> items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(items.size() * 512);
        head(bytes);
        for (JsonNode item : items) {
            String content = request.format().row(columns, item);
            write(bytes, request.format().sealed(content, next(content)));
            rows++;
        }
        return bytes.toByteArray();
    }

    private void head(ByteArrayOutputStream bytes) {
        if (!begun) {
            begun = true;
            request.format().head(columns).ifPresent(names -> {
                next(names);
                write(bytes, request.format().sealed(names, ExportFormat.DIGEST_COLUMN));
            });
        }
    }

    private String next(String content) {
        return digests.next(content.getBytes(StandardCharsets.UTF_8));
    }

    private void write(ByteArrayOutputStream bytes, String line) {
        byte[] encoded = line.getBytes(StandardCharsets.UTF_8);
        digests.written(encoded);
        bytes.writeBytes(encoded);
    }

    /** Returns the last line, after which nothing is written. */
    public byte[] manifest(List<ChainHead> heads, Instant at) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        head(bytes);
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("export", request.subject().label())
                .put("format", request.format().label())
                .put("version", VERSION)
                .put("exportedAt", at.toString());
        ObjectNode filters = manifest.putObject("filters");
        new TreeMap<>(request.filters()).forEach(filters::put);
        ArrayNode chains = manifest.putArray("heads");
        heads.forEach(head -> chains.addObject()
                .put("environment", head.environment().value())
                .put("position", head.position())
                .put("hash", head.hash().hex()));
        manifest.put("rows", rows).put("sha256", digests.ofAll());
        bytes.writeBytes(request.format().manifest(manifest).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
