package io.firstfill.local.aot;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.local.config.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    @TempDir
    Path project;

    private QuarkusApplication application = new QuarkusApplication(Path.of("."));
    private AotCache cache = new AotCache(Path.of("."));

    @BeforeEach
    void built() throws IOException {
        application = new QuarkusApplication(ServiceName.SCANNER.application(project));
        for (String jar : List.of(
                "lib/main/b.jar",
                "lib/main/a.jar",
                "lib/boot/boot.jar",
                "app/scanner.jar",
                "quarkus/generated-bytecode.jar",
                "quarkus/transformed-bytecode.jar",
                "quarkus/quarkus-application.dat")) {
            Path file = application.directory().resolve(jar);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, jar);
        }
        cache = AotCache.of(project, ServiceName.SCANNER);
        Files.createDirectories(Objects.requireNonNull(cache.file().getParent()));
        Files.writeString(cache.file(), "classes");
        cache.describe(application.classPath());
    }

    @Test
    void whatTheBuildTransformedReplacesWhatItWasMadeFrom() {
        assertThat(application.classPath())
                .extracting(jar -> application.directory().relativize(jar).toString())
                .containsExactly(
                        "quarkus/transformed-bytecode.jar",
                        "quarkus/generated-bytecode.jar",
                        "app/scanner.jar",
                        "lib/boot/boot.jar",
                        "lib/main/a.jar",
                        "lib/main/b.jar");
    }

    @Test
    void aCacheOfTheseJarsIsUsed() {
        assertThat(cache.flags(application.classPath())).containsExactly("-XX:AOTCache=" + cache.file());
    }

    @Test
    void aCacheOfAnotherBuildIsNotUsed() throws IOException {
        Files.writeString(application.directory().resolve("app/scanner.jar"), "another build");

        assertThat(cache.flags(application.classPath())).isEmpty();
    }

    @Test
    void aCacheOfOtherLibrariesIsNotUsed() throws IOException {
        Files.delete(application.directory().resolve("lib/main/b.jar"));

        assertThat(cache.flags(application.classPath())).isEmpty();
    }

    @Test
    void aServiceWithoutACacheStartsWithoutTheFlag() throws IOException {
        Files.delete(cache.file());

        assertThat(cache.flags(application.classPath())).isEmpty();
    }
}
