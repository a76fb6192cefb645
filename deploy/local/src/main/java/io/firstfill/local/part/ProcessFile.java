package io.firstfill.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The number and start of a process, written so that a later launcher can recognise it, and only it. */
record ProcessFile(Path path) {
    /** The system counts a start in ticks since boot and the boot in seconds, so two readings may differ a little. */
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

    /** The process, if it still runs, began when the file says, and carries the mark on its command line. */
    Optional<ProcessHandle> process(String mark) {
        try {
            String[] words = Files.readString(path).split(" ", 2);
            Instant start = Instant.ofEpochMilli(Long.parseLong(words[1].strip()));
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process -> startedAt(process, start))
                    .filter(process -> CommandLine.of(process).contains(mark));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Cut off while being written: it proves nothing.
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
