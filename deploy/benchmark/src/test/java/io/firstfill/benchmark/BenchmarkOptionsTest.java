package io.firstfill.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.benchmark.contest.ContestMode;
import io.firstfill.benchmark.contest.ContestVolume;
import io.firstfill.benchmark.ledger.LedgerVolume;
import io.firstfill.benchmark.schedule.Volume;
import io.firstfill.local.config.StartFailedException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Proves that the options are read, that unknown ones are refused, and that the stack of {@code deploy/up} is
 * untouched.
 */
class BenchmarkOptionsTest {
    private static final Path PROJECT = Path.of("/project");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void readsEveryOptionOfTheHelpText() {
        BenchmarkOptions options = BenchmarkOptions.parse(
                PROJECT, NOW, "--quick", "--out", "/elsewhere/r.md", "--seed", "7", "--port", "9000");

        assertThat(options.volume()).isEqualTo(Volume.QUICK);
        assertThat(options.out()).isEqualTo(Path.of("/elsewhere/r.md"));
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.stack().ports().gateway()).isEqualTo(9000);
        assertThat(BenchmarkOptions.help()).contains("--quick", "--out", "--seed", "--port", "--help");
    }

    @Test
    void measuresTheLedgerWhenItIsNamedOrGivenAVolume() {
        assertThat(BenchmarkOptions.parse(PROJECT, NOW).ledger()).isNull();
        assertThat(BenchmarkOptions.parse(PROJECT, NOW, "--ledger").ledger()).isEqualTo(LedgerVolume.FULL);
        assertThat(BenchmarkOptions.parse(PROJECT, NOW, "--ledger", "--quick").ledger())
                .isEqualTo(BenchmarkOptions.parse(PROJECT, NOW, "--quick", "--ledger")
                        .ledger())
                .isEqualTo(LedgerVolume.QUICK);

        LedgerVolume large =
                Objects.requireNonNull(BenchmarkOptions.parse(PROJECT, NOW, "--rows", "10000000", "--events", "5000")
                        .ledger());
        assertThat(large.trades()).containsExactly(10_000, 1_000_000, 10_000_000);
        assertThat(large.exported()).isEqualTo(1_000_000);
        assertThat(large.events()).isEqualTo(5_000);
        assertThat(BenchmarkOptions.help()).contains("--ledger", "--rows", "--events");
    }

    @Test
    void measuresBesideRivalsWhenTheyAreNamed() {
        assertThat(BenchmarkOptions.parse(PROJECT, NOW).contest()).isNull();
        assertThat(BenchmarkOptions.parse(PROJECT, NOW, "--rivals").contest()).isEqualTo(ContestVolume.FULL);
        assertThat(BenchmarkOptions.parse(PROJECT, NOW, "--rivals", "--quick").contest())
                .isEqualTo(BenchmarkOptions.parse(PROJECT, NOW, "--quick", "--rivals")
                        .contest())
                .isEqualTo(ContestVolume.QUICK);
        assertThat(BenchmarkOptions.help()).contains("--rivals");
    }

    @Test
    void measuresBesideRivalsInOneModeThatIsNamed() {
        ContestVolume full = ContestVolume.FULL.of(List.of(ContestMode.LATE));
        ContestVolume quick = ContestVolume.QUICK.of(List.of(ContestMode.LATE));

        assertThat(BenchmarkOptions.parse(PROJECT, NOW, "--mode", "LATE").contest())
                .isEqualTo(full);
        assertThat(BenchmarkOptions.parse(PROJECT, NOW, "--mode", "LATE", "--quick")
                        .contest())
                .isEqualTo(BenchmarkOptions.parse(PROJECT, NOW, "--quick", "--mode", "LATE")
                        .contest())
                .isEqualTo(quick);
        assertThatThrownBy(() -> BenchmarkOptions.parse(PROJECT, NOW, "--mode", "late"))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("CAPPED_SURPRISE");
    }

    @Test
    void measuresTheStartsWhenTheyAreNamed() {
        assertThat(BenchmarkOptions.parse(PROJECT, NOW).starts()).isFalse();
        assertThat(BenchmarkOptions.parse(PROJECT, NOW, "--start", "--port", "9000")
                        .starts())
                .isTrue();
        assertThat(BenchmarkOptions.help()).contains("--start");
    }

    @Test
    void usesPortsAndAStateApartFromDeployUp() {
        BenchmarkOptions options = BenchmarkOptions.parse(PROJECT, NOW);

        assertThat(options.stack().state()).isEqualTo(Path.of("/project/target/bench/stack"));
        assertThat(options.stack().ports().gateway()).isEqualTo(28080);
        assertThat(options.stack().fresh()).isTrue();
        assertThat(options.stack().demo()).isFalse();
        assertThat(options.out()).isEqualTo(Path.of("/project/target/bench/report-20260102-030405.md"));
        assertThat(options.volume()).isEqualTo(Volume.FULL);
    }

    @Test
    void refusesUnknownOptionsAndBadValues() {
        assertThatThrownBy(() -> BenchmarkOptions.parse(PROJECT, NOW, "--fast"))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("--fast");
        assertThatThrownBy(() -> BenchmarkOptions.parse(PROJECT, NOW, "--out")).hasMessage("--out needs a value.");
        assertThatThrownBy(() -> BenchmarkOptions.parse(PROJECT, NOW, "--seed", "x"))
                .hasMessageContaining("not x");
    }
}
