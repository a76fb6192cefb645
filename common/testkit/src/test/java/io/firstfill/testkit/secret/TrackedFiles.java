package io.firstfill.testkit.secret;

import io.firstfill.testkit.document.ProjectTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the project that are, or are about to be, in its history. */
final class TrackedFiles {
    private static final Set<String> BUILT = Set.of("target", "node_modules", ".git", ".firstfill", ".quinoa", "dist");

    private TrackedFiles() {}

    /** Returns paths from the root: what git tracks or would add; in a copy without git all but what is built. */
    static List<String> all() throws IOException, InterruptedException {
        Path root = ProjectTree.root();
        if (!Files.exists(root.resolve(".git"))) {
            return walked(root);
        }
        Process git = new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return git.waitFor() == 0
                ? Stream.of(names.split("\0", -1))
                        .filter(name -> !name.isEmpty())
                        .toList()
                : walked(root);
    }

    private static List<String> walked(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(path -> Stream.of(path.toString().split("/", -1)).noneMatch(BUILT::contains))
                    .map(Path::toString)
                    .toList();
        }
    }

    /** Returns the lines of a text; none of a file that is binary or gone. */
    static List<String> lines(String path) throws IOException {
        Path file = ProjectTree.root().resolve(path);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.indexOf('\0') >= 0 ? List.of() : text.lines().toList();
    }
}
