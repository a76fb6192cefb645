package io.firstfill.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures the resident memory of processes. */
public final class ResidentMemory {
    private static final String FIELD = "VmRSS:";

    private ResidentMemory() {}

    /** The sum in KiB, with shared pages counted once per process; 0 on a system without {@code /proc}. */
    public static long of(List<ProcessHandle> processes) {
        return processes.stream().mapToLong(ResidentMemory::of).sum();
    }

    private static long of(ProcessHandle process) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(FIELD))
                    .map(line ->
                            line.substring(FIELD.length()).replace("kB", "").strip())
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException e) {
            // The process has ended, or the system has no /proc.
            return 0;
        }
    }
}
