package io.firstfill.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What became of all processors' time since the machine started, in ticks. Stolen is what they wanted and the host gave
 * to others: no figure taken meanwhile is worth much, and no load average shows it.
 *
 * @param total all of it, guests' time not counted twice
 */
record ProcessorTime(long total, long idle, long stolen) {
    private static final Path KERNEL = Path.of("/proc/stat");
    /** Of the kernel's line: user, nice, system, idle, iowait, irq, softirq, steal; guests' follow, and are in user's. */
    private static final int COLUMNS = 8;

    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;

    /** Empty on other systems than Linux. */
    static Optional<ProcessorTime> now() {
        try {
            return of(Files.readAllLines(KERNEL));
        } catch (IOException elsewhere) {
            return Optional.empty();
        }
    }

    /** @param lines of {@code /proc/stat}, see proc_stat(5) */
    static Optional<ProcessorTime> of(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("cpu "))
                .map(line -> line.split(" +"))
                .filter(words -> words.length > COLUMNS)
                .map(words -> Arrays.stream(words, 1, COLUMNS + 1)
                        .mapToLong(Long::parseLong)
                        .toArray())
                .map(ticks ->
                        new ProcessorTime(Arrays.stream(ticks).sum(), ticks[IDLE] + ticks[WAITING], ticks[STOLEN]))
                .findFirst();
    }

    /** For people: {@code busy 61.2 %, stolen by the host 0.4 %}. */
    String since(ProcessorTime before) {
        double all = Math.max(1, total - before.total);
        double gone = stolen - before.stolen;
        double busy = all - (idle - before.idle) - gone;
        return "busy %.1f %%, stolen by the host %.1f %%".formatted(100 * busy / all, 100 * gone / all);
    }
}
