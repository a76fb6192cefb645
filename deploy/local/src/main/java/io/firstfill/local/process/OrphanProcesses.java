package io.firstfill.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Finds and ends the processes of a launcher that was killed before it could stop them. */
public final class OrphanProcesses {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private OrphanProcesses() {}

    /**
     * Ends the processes that provably belong to this stack: process id, start time and marker all agree with the
     * process file. Any other process is left alone; if it listens on a port of the stack, the port check names it.
     *
     * @param processes the directory of the process files
     * @param marker an argument that every process of this state directory carries on its command line
     * @return the names of the components whose processes were ended
     */
    public static List<String> end(Path processes, String marker) {
        try (Stream<Path> files = Files.list(processes)) {
            return files.sorted()
                    .filter(file -> endProcessOf(file, marker))
                    .map(OrphanProcesses::name)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endProcessOf(Path path, String marker) {
        PidFile file = new PidFile(path);
        boolean found = file.process(marker)
                .map(process -> {
                    Signals.end(Signals.withDescendants(process), GRACE);
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
