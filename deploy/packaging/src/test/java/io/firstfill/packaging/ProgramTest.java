package io.firstfill.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.local.config.ServiceName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
    @TempDir
    Path project;

    @ParameterizedTest
    @EnumSource(ServiceName.class)
    void anImageRunsTheHotPathOnTheFlagsOfTheLocalStackAndADeploymentMayReplaceThem(ServiceName service)
            throws Exception {
        Path app = service.application(project).resolve("app");
        Files.createDirectories(app);
        Files.writeString(app.resolve("own.jar"), "classes");

        Program program = Program.named(service.label(), project);

        assertThat(program.tuning()).containsAll(service.jvm()).contains("-XX:+UseSerialGC");
        assertThat(program.flags())
                .doesNotContainAnyElementsOf(program.tuning())
                .contains("-XX:+ExitOnOutOfMemoryError");
        assertThat(program.environment()).containsEntry("QUARKUS_HTTP_HOST", "0.0.0.0");
    }

    @Test
    void theImageOfAHaltHasTheClientOfKafkaAndNoDatabase() throws Exception {
        Path lib = Files.createDirectories(project.resolve("deploy/local/target/lib"));
        Files.writeString(lib.resolveSibling("firstfill-local.jar"), "classes");
        for (String jar :
                List.of("kafka-clients-4.jar", "jackson-core-2.jar", "kafka_2.13-4.jar", "postgresql-42.jar")) {
            Files.writeString(lib.resolve(jar), "classes");
        }

        Program program = Program.named("halt", project);

        assertThat(program.mainClass()).isEqualTo("io.firstfill.local.halt.Halt");
        assertThat(program.classPath().stream().map(jar -> jar.getFileName().toString()))
                .containsExactly("firstfill-local.jar", "jackson-core-2.jar", "kafka-clients-4.jar");
    }

    @Test
    void aNameWithoutAnImageIsRefusedWithTheNamesThatHaveOne() {
        assertThatThrownBy(() -> Program.named("trader", project))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("trader-service")
                .hasMessageContaining("simulator");
    }

    @Test
    void aProgramThatIsNotBuiltIsRefused() {
        assertThatThrownBy(() -> Program.named("trader-service", project))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("not built");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.31-13+deb11u11", "2.19-18", "3.0-1", "unknown"})
    void aBuildMachineWhoseGlibcIsTooOldOrUnknownIsRefused(String version) {
        assertThatThrownBy(() -> DebianPackages.requireGlibc(version)).isInstanceOf(PackagingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.36-9+deb12u14", "2.34-0ubuntu3", "2.41-12"})
    void aBuildMachineOfDebian12OrLaterIsTaken(String version) {
        assertThatCode(() -> DebianPackages.requireGlibc(version)).doesNotThrowAnyException();
    }
}
