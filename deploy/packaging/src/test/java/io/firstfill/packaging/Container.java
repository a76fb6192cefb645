package io.firstfill.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A container as the cluster runs it: no rights, nothing writable but {@code /tmp}, from which no program can be
 * started. On the machine's network, because the rest of the stack listens on its loopback address.
 */
final class Container implements AutoCloseable {
    private static final List<String> PODMAN = List.of("podman", "--runtime", "runc");
    /** Inside a container of its own, a test may not raise the limits that podman sets by itself. */
    private static final List<String> LIMITS = List.of("--ulimit", "nofile=1024:1024", "--ulimit", "nproc=4096:4096");

    private final String name;

    private Container(String name) {
        this.name = name;
    }

    static boolean isPossible() throws IOException, InterruptedException {
        return Command.output(List.of("podman", "--version")).isPresent()
                && Command.output(List.of("runc", "--version")).isPresent();
    }

    static Container run(BuiltImage image, String name, Map<String, String> environment, Path directory)
            throws IOException, InterruptedException {
        Path variables = directory.resolve(name + ".env");
        Files.write(
                variables,
                environment.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
        podman("load", "-q", "-i", image.file().toString());
        Container container = new Container(name);
        container.remove();
        List<String> arguments = new ArrayList<>(List.of("run", "--detach", "--name", name));
        arguments.addAll(List.of("--network", "host", "--read-only", "--read-only-tmpfs=false"));
        arguments.addAll(List.of("--tmpfs", "/tmp:rw,noexec,nosuid,nodev,size=64m,mode=1777"));
        arguments.addAll(List.of("--cap-drop", "all", "--security-opt", "no-new-privileges"));
        arguments.addAll(LIMITS);
        arguments.addAll(List.of("--env-file", variables.toString(), image.reference()));
        podman(arguments.toArray(String[]::new));
        return container;
    }

    boolean isRunning() throws IOException, InterruptedException {
        return inspect("{{.State.Running}}").equals("true");
    }

    /** The process on this machine. */
    Path process() throws IOException, InterruptedException {
        return Path.of("/proc", inspect("{{.State.Pid}}"));
    }

    /** The user as the machine sees it. */
    String user() throws IOException, InterruptedException {
        return Files.readAllLines(process().resolve("status")).stream()
                .filter(line -> line.startsWith("Uid:"))
                .map(line -> line.split("\\s+", 0)[1])
                .findFirst()
                .orElse("unknown");
    }

    boolean maps(String file) throws IOException, InterruptedException {
        return Files.readString(process().resolve("maps")).contains(file);
    }

    /** Sends SIGTERM, and SIGKILL after the grace time; returns the exit code. */
    int stop(int graceSeconds) throws IOException, InterruptedException {
        podman("stop", "--time", Integer.toString(graceSeconds), name);
        return Integer.parseInt(inspect("{{.State.ExitCode}}"));
    }

    String output() throws IOException, InterruptedException {
        Process logs = new ProcessBuilder(command("logs", name))
                .redirectErrorStream(true)
                .start();
        String output = new String(logs.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        logs.waitFor();
        return output;
    }

    @Override
    public void close() throws IOException {
        try {
            remove();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove() throws IOException, InterruptedException {
        podman("rm", "--force", "--ignore", name);
    }

    private String inspect(String format) throws IOException, InterruptedException {
        return Command.output(command("inspect", "--format", format, name))
                .orElse("")
                .strip();
    }

    private static void podman(String... arguments) throws IOException, InterruptedException {
        Command.run(command(arguments));
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(PODMAN);
        command.addAll(Arrays.asList(arguments));
        return command;
    }
}
