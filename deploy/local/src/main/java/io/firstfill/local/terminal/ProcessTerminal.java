package io.firstfill.local.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The terminal of this process; where there is none, its standard input, a line a question and without prompts. */
public final class ProcessTerminal implements Terminal {
    private final @Nullable Console console;
    private final BufferedReader input;
    /** Whether the input shows what is typed: a terminal, while the output is none and there is no console. */
    private final BooleanSupplier echoes;

    private ProcessTerminal(@Nullable Console console, InputStream input, BooleanSupplier echoes) {
        this.console = console;
        this.echoes = echoes;
        this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    public static ProcessTerminal open() {
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return new ProcessTerminal(console.orElse(null), System.in, ProcessTerminal::inputIsTerminal);
    }

    /**
     * Reads lines from a stream, as from standard input.
     *
     * @param echoes whether the stream is a terminal that shows what is typed
     */
    static ProcessTerminal reading(InputStream input, boolean echoes) {
        return new ProcessTerminal(null, input, () -> echoes);
    }

    /** The JDK tells a terminal only where the output is one as well; the command inherits this process's input. */
    static boolean inputIsTerminal() {
        try {
            return new ProcessBuilder("test", "-t", "0")
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell whether the input is a terminal", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public boolean interactive() {
        return console != null;
    }

    @Override
    public Optional<String> line(String prompt) {
        if (console != null) {
            return Optional.ofNullable(console.readLine("%s", prompt)).map(String::strip);
        }
        return next().map(String::strip);
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        if (console != null) {
            return Optional.ofNullable(console.readPassword("%s", prompt));
        }
        return next().map(String::toCharArray);
    }

    private Optional<String> next() {
        if (echoes.getAsBoolean()) {
            throw new EchoedInputException();
        }
        try {
            return Optional.ofNullable(input.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read standard input", e);
        }
    }
}
