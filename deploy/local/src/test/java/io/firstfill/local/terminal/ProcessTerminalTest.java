package io.firstfill.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Proves that a script answers the questions by its standard input, and that no secret is shown where it is typed. */
class ProcessTerminalTest {
    @Test
    void eachQuestionTakesOneLine() {
        ProcessTerminal terminal = ProcessTerminal.reading(input("live \npass phrase \n"), false);

        assertThat(terminal.interactive()).isFalse();
        assertThat(terminal.line("name")).contains("live");
        assertThat(terminal.secret("passphrase").map(String::valueOf)).contains("pass phrase ");
        assertThat(terminal.line("more")).isEmpty();
    }

    @Test
    void aTerminalThatShowsWhatIsTypedIsRefusedBeforeAnythingIsRead() throws Exception {
        InputStream typed = input("live\npassphrase\n");
        ProcessTerminal terminal = ProcessTerminal.reading(typed, true);

        assertThatThrownBy(() -> terminal.line("name")).isInstanceOf(EchoedInputException.class);
        assertThatThrownBy(() -> terminal.secret("passphrase"))
                .isInstanceOf(EchoedInputException.class)
                .hasMessageContaining("would show what is typed");
        assertThat(typed.available()).isEqualTo(16);
    }

    private static InputStream input(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
