package io.firstfill.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Proves that a script answers the questions by the lines of its standard input. */
class ProcessTerminalTest {
    @Test
    void eachQuestionTakesOneLine() {
        ProcessTerminal terminal = ProcessTerminal.reading(
                new ByteArrayInputStream("live \npass phrase \n".getBytes(StandardCharsets.UTF_8)));

        assertThat(terminal.interactive()).isFalse();
        assertThat(terminal.line("name")).contains("live");
        assertThat(terminal.secret("passphrase").map(String::valueOf)).contains("pass phrase ");
        assertThat(terminal.line("more")).isEmpty();
    }
}
