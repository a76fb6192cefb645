package io.firstfill.acceptance.live;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of the built launcher, run as a process with given lines on its standard input. */
final class Command implements AutoCloseable {
    private static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();

    private final Process process;
    private final Path output;

    private Command(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Command deployUp(Path output, List<String> input, List<String> arguments) {
        return start("io.firstfill.local.launch.Launcher", output, input, arguments);
    }

    static Command deploySecret(Path output, List<String> input, List<String> arguments) {
        return start("io.firstfill.local.credential.Credential", output, input, arguments);
    }

    private static Command start(String main, Path output, List<String> input, List<String> arguments) {
        Path target = PROJECT.resolve(Path.of("deploy", "local", "target"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfirstfill.project=" + PROJECT,
                "-cp",
                target.resolve("firstfill-local.jar") + ":" + target.resolve("lib") + "/*",
                main));
        command.addAll(arguments);
        try {
            Files.deleteIfExists(output);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try (OutputStream typed = process.getOutputStream()) {
                typed.write((String.join("\n", input) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return new Command(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a line contains the text; fails when the process ends before. */
    void awaitLine(String text, Duration limit) {
        await(text)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(200))
                .failFast(() -> !process.isAlive() && lines().stream().noneMatch(line -> line.contains(text)))
                .until(() -> lines().stream().anyMatch(line -> line.contains(text)));
    }

    /** Returns the exit code. */
    int awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("still running after " + limit);
        }
        return process.exitValue();
    }

    /** Sends SIGTERM, which takes the same way as Ctrl-C; a process started in the background ignores SIGINT. */
    void interrupt() {
        process.destroy();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
