package io.firstfill.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagingOptionsTest {
    @TempDir
    Path project;

    @Test
    void withoutNamesEveryProgramHasItsImageBuiltWithACache() throws Exception {
        PackagingOptions options = PackagingOptions.parse(project, "1.0");

        assertThat(options.names())
                .containsExactly(
                        "control-service",
                        "scanner-service",
                        "trader-service",
                        "risk-service",
                        "ledger-service",
                        "simulator",
                        "halt");
        assertThat(options.version()).isEqualTo("1.0");
        assertThat(options.withCache()).isTrue();
    }

    @Test
    void namesAndOptionsComeInAnyOrder() throws Exception {
        PackagingOptions options = PackagingOptions.parse(
                project, "1.0", "scanner-service", "--no-cache", "--tag", "2.0", "--out", "/elsewhere", "simulator");

        assertThat(options.names()).containsExactly("scanner-service", "simulator");
        assertThat(options.withCache()).isFalse();
        assertThat(options.version()).isEqualTo("2.0");
        assertThat(options.output()).isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void aMisspeltOptionIsRefused() {
        assertThatThrownBy(() -> PackagingOptions.parse(project, "1.0", "--nocache"))
                .isInstanceOf(PackagingException.class)
                .hasMessageContaining("--nocache");
    }

    @Test
    void aTreeOutsideAClonedRepositoryHasAFixedTime() throws Exception {
        assertThat(PackagingOptions.parse(project, "1.0").source()).isEqualTo(new Source("unknown", Instant.EPOCH));
    }
}
