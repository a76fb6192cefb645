package io.firstfill.benchmark.ledger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Loads the rows that the ledger has written by {@code COPY} into a database with the same tables, partitions, indexes
 * and constraints: what the database itself needs for them. The copy of the empty database is made before the ledger
 * has written anything.
 */
final class CopiedRows {
    private static final String COPY = "firstfill_copy";
    private static final String EMPTY = "firstfill_empty";
    /** Tables that hold rows, without partitions: their rows are reached through the journal. */
    private static final String TABLES = """
            SELECT c.relname FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND c.relname NOT LIKE 'flyway%'
            ORDER BY c.relkind DESC, c.relname
            """;

    private static final String COLUMNS = """
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
            WHERE attrelid = 'TABLE'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
            """;

    private static final String OWNER = "firstfill_owner";

    private final String url;
    private final Path directory;

    /** @param directory for the rows, as large as they are */
    CopiedRows(String url, Path directory) {
        this.url = url;
        this.directory = directory;
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Copies the database as it is after the migrations, while nobody is connected to it. */
    void keepEmpty() {
        replace(EMPTY, name(url));
    }

    /** Makes the database and its copy what they were when {@link #keepEmpty()} was called. */
    void restoreEmpty() {
        replace(name(url), EMPTY);
        replace(COPY, EMPTY);
        try (Database copy = Database.open(url, COPY)) {
            // What the ledger's first start has written; the journal's triggers refuse this outside of a replica.
            copy.execute("SET session_replication_role = replica");
            tables(copy).forEach(table -> copy.execute("TRUNCATE " + table + " CASCADE"));
        }
    }

    private void replace(String name, String template) {
        try (Database server = Database.open(url, "postgres")) {
            server.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            server.execute("CREATE DATABASE " + name + " OWNER " + OWNER + " TEMPLATE " + template);
        }
    }

    private static List<String> tables(Database database) {
        return database.column(TABLES);
    }

    /** Returns how long the rows took, and their number by table. */
    Load load() {
        SequencedMap<String, Long> rows = new LinkedHashMap<>();
        SequencedMap<String, Path> files = new LinkedHashMap<>();
        try (Database source = Database.open(url, name(url))) {
            for (String table : tables(source)) {
                Path file = directory.resolve(table + ".copy");
                String columns = source.column(COLUMNS.replace("TABLE", table)).getFirst();
                long written = unload(source, "COPY (SELECT " + columns + " FROM " + table + ") TO STDOUT", file);
                if (written > 0) {
                    rows.put(table, written);
                    files.put("COPY " + table + " (" + columns + ") FROM STDIN", file);
                }
            }
        }
        long nanos = 0;
        try (Database copy = Database.open(url, COPY)) {
            copy.execute("CHECKPOINT");
            for (var each : files.entrySet()) {
                long began = System.nanoTime();
                load(copy, each.getKey(), each.getValue());
                nanos += System.nanoTime() - began;
            }
        }
        return new Load(Duration.ofNanos(nanos), rows);
    }

    /** @param rows by table; tables without rows are left out */
    record Load(Duration taken, SequencedMap<String, Long> rows) {}

    private static long unload(Database source, String statement, Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return source.copy().copyOut(statement, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("Refused: " + statement, e);
        }
    }

    private static void load(Database copy, String statement, Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            copy.copy().copyIn(statement, in, 1 << 16);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("Refused: " + statement, e);
        }
    }
}
