package io.firstfill.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Memory that processes hold right now. */
public final class ResidentMemory {
    private static final String FIELD = "VmRSS:";

    private ResidentMemory() {}

    /** KiB, shared pages counted for each; 0 where the system has no /proc. */
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
            // Ended meanwhile, or no such file system.
            return 0;
        }
    }
}
