package io.firstfill.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How all processors of the machine have spent their time since the machine started, in ticks.
 *
 * @param total all time, the time of guests not counted twice
 * @param idle time without work, waiting for I/O included
 * @param stolen time in which the processors had work and the host gave the time to other machines: figures measured
 *     meanwhile prove little, and no load average shows it
 */
public record ProcessorTime(long total, long idle, long stolen) {
    private static final Path PROC_STAT = Path.of("/proc/stat");
    /**
     * The columns of the {@code cpu} line that are summed: user, nice, system, idle, iowait, irq, softirq, steal. The
     * columns for guests follow and are already counted in user and nice.
     */
    private static final int COLUMNS = 8;

    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STOLEN = 7;

    /** Empty on other systems than Linux. */
    static Optional<ProcessorTime> now() {
        try {
            return of(Files.readAllLines(PROC_STAT));
        } catch (IOException notLinux) {
            return Optional.empty();
        }
    }

    /** @param lines of {@code /proc/stat}, see proc_stat(5) */
    static Optional<ProcessorTime> of(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("cpu "))
                .map(line -> line.split(" +"))
                .filter(fields -> fields.length > COLUMNS)
                .map(fields -> Arrays.stream(fields, 1, COLUMNS + 1)
                        .mapToLong(Long::parseLong)
                        .toArray())
                .map(ticks ->
                        new ProcessorTime(Arrays.stream(ticks).sum(), ticks[IDLE] + ticks[WAITING], ticks[STOLEN]))
                .findFirst();
    }

    /** The shares since an earlier reading, as text: {@code busy 61.2 %, stolen by the host 0.4 %}. */
    String since(ProcessorTime before) {
        double all = Math.max(1, total - before.total);
        double gone = stolen - before.stolen;
        double busy = all - (idle - before.idle) - gone;
        return "busy %.1f %%, stolen by the host %.1f %%".formatted(100 * busy / all, 100 * gone / all);
    }
}
