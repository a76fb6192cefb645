package io.firstfill.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file with the process id and the start time of a process. A later launcher recognises the process by both, because
 * the operating system uses a process id again.
 */
record PidFile(Path path) {
    /**
     * How far two readings of one process's start time may differ: Linux counts the start in ticks since boot and the
     * boot in seconds.
     */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    void write(ProcessHandle process) {
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.writeString(path, process.pid() + " " + start.toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, if it still runs, started at the time in the file, and has the marker on its command line. */
    Optional<ProcessHandle> process(String marker) {
        try {
            String[] fields = Files.readString(path).split(" ", 2);
            Instant start = Instant.ofEpochMilli(Long.parseLong(fields[1].strip()));
            return ProcessHandle.of(Long.parseLong(fields[0]))
                    .filter(process -> startedAt(process, start))
                    .filter(process -> CommandLine.of(process).contains(marker));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // The launcher was killed while it wrote the file: the file identifies no process.
            return Optional.empty();
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant start) {
        return process.info()
                .startInstant()
                .filter(actual -> Duration.between(actual, start).abs().compareTo(TOLERANCE) < 0)
                .isPresent();
    }
}
