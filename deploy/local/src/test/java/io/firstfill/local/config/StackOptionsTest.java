package io.firstfill.local.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Proves that every option of the help text is understood and that anything else is refused with one sentence. */
class StackOptionsTest {
    private static final Path PROJECT = Path.of("/project");

    @Test
    void readsEveryOptionOfTheHelpText() {
        StackOptions options = StackOptions.parse(
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
        assertThat(options.services()).isEmpty();
        assertThat(options.jvm().get("trader-service")).containsExactly("-Xmx1g", "-XX:+UseZGC");
        assertThat(StackOptions.help())
                .contains(
                        "--port", "--state", "--fresh", "--no-demo", "--no-services", "--jvm", "8095  ledger-service");
    }

    @Test
    void refusesUnknownOptionsAndBadValues() {
        assertThatThrownBy(() -> StackOptions.parse(PROJECT, "--prot", "9000"))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("--prot");
        assertThatThrownBy(() -> StackOptions.parse(PROJECT, "--port")).hasMessage("--port needs a value.");
        assertThatThrownBy(() -> StackOptions.parse(PROJECT, "--port", "web")).hasMessageContaining("not web");
        assertThatThrownBy(() -> StackOptions.parse(PROJECT, "--port", "65530")).hasMessageContaining("between");
    }
}
