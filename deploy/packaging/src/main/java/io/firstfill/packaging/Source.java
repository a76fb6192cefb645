package io.firstfill.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the images are built from.
 *
 * @param commit its hash, with {@code -dirty} where the tree has changes that are not committed
 * @param time of the commit
 */
public record Source(String commit, Instant time) {
    /** Outside a clone of the repository: an archive of the sources. */
    private static final Source UNKNOWN = new Source("unknown", Instant.EPOCH);

    static Source of(Path project) throws IOException, InterruptedException {
        String[] fields = git(project, "log", "-1", "--format=%H %ct").split(" ", 2);
        if (fields.length < 2) {
            return UNKNOWN;
        }
        String dirty =
                git(project, "status", "--porcelain", "--untracked-files=no").isEmpty() ? "" : "-dirty";
        return new Source(fields[0] + dirty, Instant.ofEpochSecond(Long.parseLong(fields[1])));
    }

    private static String git(Path project, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", project.toString()));
        command.addAll(List.of(arguments));
        return Command.output(command).orElse("").strip();
    }
}
