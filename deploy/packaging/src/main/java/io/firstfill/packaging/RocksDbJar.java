package io.firstfill.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The jar of RocksDB, of which nine tenths are libraries for other machines. An image has the jar without libraries
 * and, beside it, the one of its machine, which would otherwise be unpacked to {@code /tmp} at each start: not possible
 * where that must not hold programs.
 */
final class RocksDbJar {
    private static final String PREFIX = "org.rocksdb.rocksdbjni-";
    private static final String LIBRARY = "librocksdbjni";
    /** The earliest that a jar can state; without a zone, unlike the times that it is read with. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private RocksDbJar() {}

    static boolean is(Path jar) {
        return String.valueOf(jar.getFileName()).startsWith(PREFIX);
    }

    /**
     * Writes the jar without its libraries; the same bytes for the same jar.
     *
     * @param library the name of the machine's library
     * @param libraryFile where it is written
     * @throws PackagingException where the jar has no such library
     */
    static void split(Path jar, Path slimJar, String library, Path libraryFile) throws IOException {
        boolean found = false;
        try (ZipFile source = new ZipFile(jar.toFile());
                ZipOutputStream target = new ZipOutputStream(Files.newOutputStream(slimJar))) {
            List<? extends ZipEntry> entries = Collections.list(source.entries());
            for (ZipEntry entry : entries) {
                if (entry.getName().equals(library)) {
                    Files.deleteIfExists(libraryFile);
                    try (InputStream content = source.getInputStream(entry)) {
                        Files.copy(content, libraryFile);
                    }
                    found = true;
                } else if (!entry.getName().startsWith(LIBRARY)) {
                    copy(source, entry, target);
                }
            }
        }
        if (!found) {
            throw new PackagingException("No " + library + " in " + jar + ".");
        }
    }

    private static void copy(ZipFile source, ZipEntry entry, ZipOutputStream target) throws IOException {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(TIME);
        target.putNextEntry(copy);
        try (InputStream content = source.getInputStream(entry)) {
            content.transferTo(target);
        }
        target.closeEntry();
    }
}
