package io.firstfill.k8s.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test whose program is missing fails in CI: it must know CI by the variable that {@code .ci/run} exports. */
class CiVariableTest {
    private static final Pattern ASKED = Pattern.compile("(?:getenv|variable)\\(\"((?:\\w+_)?CI)\"\\)");

    @Test
    void everyTestAsksForTheVariableThatCiExports() {
        List<String> asked = Stream.of("deploy/acceptance", "deploy/local", "deploy/packaging", "k8s/check")
                .flatMap(module -> Project.files(Path.of(module, "src/test/java")).stream())
                .flatMap(file -> ASKED.matcher(Project.text(file)).results())
                .map(variable -> variable.group(1))
                .toList();

        assertThat(asked).hasSizeGreaterThanOrEqualTo(4).containsOnly("FIRSTFILL_CI");
        assertThat(Project.text(Path.of(".ci/run"))).contains("export FIRSTFILL_CI=true");
    }
}
