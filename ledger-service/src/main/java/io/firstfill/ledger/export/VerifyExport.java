package io.firstfill.ledger.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The main class of {@code deploy/ledger verify}: verifies the file of an export and names the first broken row. */
public final class VerifyExport {
    private VerifyExport() {}

    /** Writes to the standard output, not to the log of a service: nothing of one runs here. */
    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(out, arguments));
    }

    /** Returns the exit code: 0 for a file that is intact, 1 for one that is not, 2 where none could be read. */
    static int run(PrintStream out, String... arguments) {
        if (arguments.length != 1) {
            out.println("Usage: deploy/ledger verify FILE");
            return 2;
        }
        try (InputStream file = Files.newInputStream(Path.of(arguments[0]))) {
            ExportCheck check = ExportVerifier.verify(file);
            out.println(check.intact() ? intact(check) : check.finding());
            return check.intact() ? 0 : 1;
        } catch (IOException e) {
            out.println("The file cannot be read: " + e);
            return 2;
        }
    }

    private static String intact(ExportCheck check) {
        StringBuilder text = new StringBuilder("Intact: " + check.rows() + " rows");
        JsonNode manifest = check.manifest();
        if (manifest != null) {
            text.append(" of ")
                    .append(manifest.path("export").asText())
                    .append(", exported at ")
                    .append(manifest.path("exportedAt").asText())
                    .append(", filters ")
                    .append(manifest.path("filters"));
            manifest.path("heads")
                    .forEach(head -> text.append("\nHead of ")
                            .append(head.path("environment").asText())
                            .append(": position ")
                            .append(head.path("position").asText())
                            .append(", hash ")
                            .append(head.path("hash").asText()));
        }
        return text.toString();
    }
}
