package io.firstfill.local.monitoring;

import io.firstfill.testkit.document.ProjectTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of {@code k8s/runbook}, as the tests read them. */
final class Runbook {
    private Runbook() {}

    static List<Path> pages() {
        try (Stream<Path> files = Files.list(ProjectTree.root().resolve(Path.of("k8s", "runbook")))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the runbook", e);
        }
    }

    /** Returns the anchors of a page: what a link to a heading names. */
    static Set<String> anchors(Path page) {
        return AlertRules.text(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
