package io.firstfill.local.terminal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terminal of this process; where there is none, its standard input, a line a question and without prompts. */
public final class ProcessTerminal implements Terminal {
    private final @Nullable Console console;
    private final BufferedReader input;

    private ProcessTerminal(@Nullable Console console, InputStream input) {
        this.console = console;
        this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    public static ProcessTerminal open() {
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return new ProcessTerminal(console.orElse(null), System.in);
    }

    /** Reads lines from a stream, as from standard input. */
    static ProcessTerminal reading(InputStream input) {
        return new ProcessTerminal(null, input);
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
        try {
            return Optional.ofNullable(input.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read standard input", e);
        }
    }
}
