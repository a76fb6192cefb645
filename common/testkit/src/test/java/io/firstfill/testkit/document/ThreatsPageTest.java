package io.firstfill.testkit.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Proves that {@code common/doc/THREATS.md} names for every threat an answer, and a test that exists. */
class ThreatsPageTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final String MANIFESTS = "the checks of `k8s`";

    private final List<List<String>> rows = ProjectTree.lines("common/doc/THREATS.md").stream()
            .filter(line -> line.matches("\\| [A-Z] \\|.*"))
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
            .toList();

    @Test
    void everyRowHasAThreatAnAnswerAndWhatShowsIt() {
        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row).hasSize(7);
            assertThat(row.get(2)).isNotEmpty();
            assertThat(row.get(3)).isNotEmpty();
            assertThat(row.get(4).contains(MANIFESTS)
                            || TEST.matcher(row.get(4)).find())
                    .as("%s", row)
                    .isTrue();
        });
    }

    @Test
    void everyLetterOfStrideIsThere() {
        assertThat(rows.stream().map(row -> row.get(1)).distinct())
                .containsExactlyInAnyOrder("S", "T", "R", "I", "D", "E");
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> named = rows.stream()
                .flatMap(row -> TEST.matcher(row.get(4)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());

        assertThat(testClasses()).containsAll(named);
    }

    private static Set<String> testClasses() throws IOException {
        try (Stream<Path> files = Files.find(
                ProjectTree.root(),
                14,
                (path, attributes) -> attributes.isRegularFile()
                        && path.toString().contains("/src/test/java/")
                        && path.toString().endsWith(".java"))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
