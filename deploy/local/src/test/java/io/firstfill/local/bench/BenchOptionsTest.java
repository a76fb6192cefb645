package io.firstfill.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.local.StartFailed;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {
    private static final Path PROJECT = Path.of("/project");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void readsEveryWordOfTheHelpText() {
        BenchOptions options = BenchOptions.parse(
                PROJECT, NOW, "--quick", "--out", "/elsewhere/r.md", "--seed", "7", "--port", "9000");

        assertThat(options.volume()).isEqualTo(Volume.QUICK);
        assertThat(options.out()).isEqualTo(Path.of("/elsewhere/r.md"));
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.stack().ports().gateway()).isEqualTo(9000);
        assertThat(BenchOptions.help()).contains("--quick", "--out", "--seed", "--port", "--help");
    }

    @Test
    void leavesTheStackOfDeployUpAlone() {
        BenchOptions options = BenchOptions.parse(PROJECT, NOW);

        assertThat(options.stack().state()).isEqualTo(Path.of("/project/target/bench/stack"));
        assertThat(options.stack().ports().gateway()).isEqualTo(28080);
        assertThat(options.stack().fresh()).isTrue();
        assertThat(options.stack().demo()).isFalse();
        assertThat(options.out()).isEqualTo(Path.of("/project/target/bench/report-20260102-030405.md"));
        assertThat(options.volume()).isEqualTo(Volume.FULL);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> BenchOptions.parse(PROJECT, NOW, "--fast"))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("--fast");
        assertThatThrownBy(() -> BenchOptions.parse(PROJECT, NOW, "--out")).hasMessage("--out needs a value.");
        assertThatThrownBy(() -> BenchOptions.parse(PROJECT, NOW, "--seed", "x"))
                .hasMessageContaining("not x");
    }
}
