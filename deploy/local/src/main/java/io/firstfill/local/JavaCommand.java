package io.firstfill.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM like this one, small, marked as part of this stack. */
record JavaCommand(Options options) {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    List<String> jar(String part, List<String> flags, Path jar, List<String> arguments) {
        List<String> tail = new ArrayList<>(List.of("-jar", jar.toString()));
        tail.addAll(arguments);
        return command(part, flags, tail);
    }

    List<String> main(String part, List<String> flags, String classPath, String main, List<String> arguments) {
        List<String> tail = new ArrayList<>(List.of("-cp", classPath, main));
        tail.addAll(arguments);
        return command(part, flags, tail);
    }

    /** By this a later launcher recognises what a killed one left. */
    static String mark(Path state) {
        return "-Dfirstfill.state=" + state;
    }

    private List<String> command(String part, List<String> flags, List<String> tail) {
        List<String> command = new ArrayList<>(List.of(JAVA, mark(options.state())));
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xms32m",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options.jvm().getOrDefault(part, flags));
        command.addAll(tail);
        return command;
    }
}
