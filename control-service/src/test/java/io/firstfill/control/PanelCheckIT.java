package io.firstfill.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs the checks of the panel's sources, by the Node and the packages with which the build has made the panel. */
class PanelCheckIT {
    @Test
    void lintUnitTestsPackagesAndSizeAreInOrder() throws IOException, InterruptedException {
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "build/npm/Npm.java",
                        "run",
                        "check")
                .directory(Path.of("src", "main", "webui").toFile())
                .redirectErrorStream(true)
                .start();

        String output = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(check.waitFor()).as(output).isZero();
    }
}
