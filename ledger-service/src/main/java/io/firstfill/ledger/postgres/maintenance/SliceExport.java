package io.firstfill.ledger.postgres.maintenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.ledger.export.ExportCheck;
import io.firstfill.ledger.export.ExportFormat;
import io.firstfill.ledger.export.ExportLines;
import io.firstfill.ledger.export.ExportRequest;
import io.firstfill.ledger.export.ExportSubject;
import io.firstfill.ledger.export.ExportVerifier;
import io.firstfill.ledger.journal.ChainHead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the records of one environment in a partition to a file, in the form of an export of the API. */
final class SliceExport {
    private static final String ROWS = """
            SELECT json_build_object('environment', environment, 'position', position, 'messageId', message_id,
                'topic', topic, 'type', type, 'occurredAt', occurred_at, 'recordedAt', recorded_at,
                'previousHash', encode(previous_hash, 'hex'), 'hash', encode(hash, 'hex'),
                'bodySha256', encode(body_sha256, 'hex'), 'body', body)::text
            FROM public.journal
            WHERE environment = ? AND position >= ? AND position <= ?
            ORDER BY position
            """;
    private static final int PIECE = 50;

    private final Connection connection;
    private final ObjectMapper json = new ObjectMapper();

    SliceExport(Connection connection) {
        this.connection = connection;
    }

    /** Returns when the file is on the disk, was read again and is verified. An existing file is never replaced. */
    ExportedSlice export(String partition, Slice slice, Path directory) throws SQLException, IOException {
        ChainHead last = slice.last();
        Path file = directory.resolve("firstfill-journal-" + last.environment() + "-" + partition + ".jsonl");
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(slice, out);
            out.force(true);
        }
        try (InputStream written = Files.newInputStream(file)) {
            ExportCheck check = ExportVerifier.verify(written);
            JsonNode manifest = check.manifest();
            if (!check.intact() || manifest == null || check.rows() != slice.count()) {
                throw new RefusedException("The journal is broken: " + file + ": " + check.finding());
            }
            return new ExportedSlice(slice, file, manifest.path("sha256").asText());
        }
    }

    private void write(Slice slice, FileChannel out) throws SQLException, IOException {
        ExportLines lines = new ExportLines(request(slice));
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setFetchSize(PIECE);
            statement.setString(1, slice.last().environment().value());
            statement.setLong(2, slice.first());
            statement.setLong(3, slice.last().position());
            try (ResultSet rows = statement.executeQuery()) {
                List<JsonNode> piece = new ArrayList<>();
                while (rows.next()) {
                    piece.add(json.readTree(rows.getString(1)));
                    if (piece.size() == PIECE) {
                        write(lines.rows(piece), out);
                        piece.clear();
                    }
                }
                write(lines.rows(piece), out);
            }
        }
        write(lines.manifest(List.of(slice.last()), Instant.now()), out);
    }

    private static void write(byte[] bytes, FileChannel out) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    private static ExportRequest request(Slice slice) {
        Map<String, String> filters = Map.of(
                "environment", slice.last().environment().value(),
                "after", Long.toString(slice.first() - 1),
                "upTo", Long.toString(slice.last().position()));
        return new ExportRequest(
                ExportSubject.JOURNAL,
                ExportFormat.JSONL,
                filters,
                new ExportRequest.Rows.Chained(
                        slice.last().environment(),
                        slice.first() - 1,
                        slice.last().position()));
    }
}
