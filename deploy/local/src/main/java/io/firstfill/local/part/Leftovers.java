package io.firstfill.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Processes of a launcher that was killed before it could stop them. */
public final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private Leftovers() {}

    /**
     * Ends those that are provably of this stack: number, start and mark all agree with the process file. Anything
     * else is left alone, and shows as a port in use.
     *
     * @return their names
     */
    public static List<String> end(Path processes, String mark) {
        try (Stream<Path> files = Files.list(processes)) {
            return files.sorted()
                    .filter(file -> ended(file, mark))
                    .map(Leftovers::name)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ended(Path path, String mark) {
        ProcessFile file = new ProcessFile(path);
        boolean found = file.process(mark)
                .map(process -> {
                    Signals.end(Signals.family(process), GRACE);
                    return true;
                })
                .orElse(false);
        file.delete();
        return found;
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? "" : last.toString();
    }
}
