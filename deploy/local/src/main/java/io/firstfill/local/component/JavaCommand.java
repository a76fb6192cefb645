package io.firstfill.local.component;

import io.firstfill.local.config.StackOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the command lines of JVMs: of the same Java installation as this one, with flags for a small heap, and with a
 * marker that identifies the process as part of this stack.
 */
public record JavaCommand(StackOptions options) {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    List<String> jar(String component, List<String> flags, Path jar, List<String> arguments) {
        List<String> tail = new ArrayList<>(List.of("-jar", jar.toString()));
        tail.addAll(arguments);
        return command(component, flags, tail);
    }

    List<String> main(String component, List<String> flags, String classPath, String main, List<String> arguments) {
        List<String> tail = new ArrayList<>(List.of("-cp", classPath, main));
        tail.addAll(arguments);
        return command(component, flags, tail);
    }

    /** The argument by which a later launcher recognises processes that a killed launcher left running. */
    public static String marker(Path state) {
        return "-Dfirstfill.state=" + state;
    }

    private List<String> command(String component, List<String> flags, List<String> tail) {
        List<String> command = new ArrayList<>(List.of(JAVA, marker(options.state())));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xms32m",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options.jvm().getOrDefault(component, flags));
        command.addAll(tail);
        return command;
    }
}
