package io.firstfill.ledger.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads an export line by line, in the bytes of the file. A line feed in a quoted cell of a CSV ends no line. */
final class ExportRecords {
    private static final int LONGEST = 64 << 20;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final ExportFormat format;

    private ExportRecords(InputStream in, ExportFormat format) {
        this.in = in;
        this.format = format;
    }

    /** Recognises the format by the first character. */
    static ExportRecords of(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, BUFFER);
        in.mark(1);
        boolean object = in.read() == '{';
        in.reset();
        return new ExportRecords(in, object ? ExportFormat.JSONL : ExportFormat.CSV);
    }

    ExportFormat format() {
        return format;
    }

    /** Returns the next line with its line feed, which only a cut line lacks; null at the end of the file. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean quoted = false;
        int c = in.read();
        while (c >= 0 && line.size() < LONGEST) {
            line.write(c);
            quoted ^= c == '"' && format == ExportFormat.CSV;
            if (c == '\n' && !quoted) {
                return line.toByteArray();
            }
            c = in.read();
        }
        return line.size() == 0 ? null : line.toByteArray();
    }
}
