package io.firstfill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Path PROJECT = Path.of("/project");

    @Test
    void readsEveryWordOfTheHelpText() {
        Options options = Options.parse(
                PROJECT,
                "--port",
                "9000",
                "--state",
                "/elsewhere",
                "--fresh",
                "--no-demo",
                "--no-services",
                "--jvm",
                "trader-service=-Xmx1g -XX:+UseZGC");

        assertThat(options.ports().service(ServiceName.LEDGER)).isEqualTo(9015);
        assertThat(options.state()).isEqualTo(Path.of("/elsewhere"));
        assertThat(options.fresh()).isTrue();
        assertThat(options.demo()).isFalse();
        assertThat(options.services()).isFalse();
        assertThat(options.jvm().get("trader-service")).containsExactly("-Xmx1g", "-XX:+UseZGC");
        assertThat(Options.help())
                .contains(
                        "--port", "--state", "--fresh", "--no-demo", "--no-services", "--jvm", "8095  ledger-service");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse(PROJECT, "--prot", "9000"))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("--prot");
        assertThatThrownBy(() -> Options.parse(PROJECT, "--port")).hasMessage("--port needs a value.");
        assertThatThrownBy(() -> Options.parse(PROJECT, "--port", "web")).hasMessageContaining("not web");
        assertThatThrownBy(() -> Options.parse(PROJECT, "--port", "65530")).hasMessageContaining("between");
    }
}
