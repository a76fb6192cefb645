package io.firstfill.local.launch;

import io.firstfill.local.terminal.Terminal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A person who types given lines. */
final class Typed implements Terminal {
    private final boolean interactive;
    private final Deque<String> lines;

    Typed(boolean interactive, String... lines) {
        this.interactive = interactive;
        this.lines = new ArrayDeque<>(List.of(lines));
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    @Override
    public Optional<String> line(String prompt) {
        return Optional.ofNullable(lines.poll());
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        return line(prompt).map(String::toCharArray);
    }
}
