package io.firstfill.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.local.config.StartFailedException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that a Ctrl-C ends in one line, whatever fails because everything is being stopped. */
class StopSignalTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final StopSignal signal = new StopSignal(terminal, terminal);

    static Stream<Supplier<RuntimeException>> failures() {
        return Stream.of(
                () -> new IllegalStateException("interrupted at GET /trades"),
                () -> new StartFailedException("kafka ended while starting; see kafka.log."),
                () -> new StartFailedException("The stack is stopping."));
    }

    /** The demonstration, or the start, fails on a connection that the stop has closed. */
    @ParameterizedTest
    @MethodSource("failures")
    void whatFailsBecauseOfTheStopSaysNothing(Supplier<RuntimeException> failure) {
        int code = signal.run(() -> {
            signal.receive();
            signal.quieting(Progress.on(terminal)).message("LUBIT/USDT was not bought");
            throw failure.get();
        });

        assertThat(code).isEqualTo(1);
        assertThat(lines()).containsExactly("Stopping everything.");
    }

    @Test
    void whatFailsByItselfSaysOneLineAndTheExitThatFollowsNone() {
        signal.run(() -> {
            throw new IllegalStateException("the gate stayed closed");
        });
        signal.receive();

        assertThat(lines()).hasSize(1).first().asString().contains("the gate stayed closed");
    }

    @Test
    void theDemonstrationStopsBeforeTheStack() {
        List<String> stopped = new ArrayList<>();
        signal.onStop(() -> stopped.add("stack"));
        signal.stopFirst(() -> stopped.add("demonstration"));

        signal.receive();

        assertThat(stopped).containsExactly("demonstration", "stack");
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
