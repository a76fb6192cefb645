package io.firstfill.local.component;

import io.firstfill.local.aot.AotCache;
import io.firstfill.local.aot.AotTraining;
import io.firstfill.local.aot.QuarkusApplication;
import io.firstfill.local.config.ServiceName;
import io.firstfill.local.config.StackOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the command lines of JVMs: of the same Java installation as this one, with flags for a small heap, and with a
 * marker that identifies the process as part of this stack.
 */
public record JavaCommand(StackOptions options) {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    /** The flags of every JVM of the stack. */
    public static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xms32m",
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

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

    /** A service from a flat class path with its ahead-of-time cache; where no cache fits, from its start jar. */
    List<String> service(ServiceName name, QuarkusApplication application) {
        List<Path> classPath = application.classPath();
        List<String> cache = AotCache.of(options.project(), name).flags(classPath);
        if (cache.isEmpty()) {
            return jar(name.label(), name.jvm(), application.startJar(), List.of());
        }
        List<String> tail = new ArrayList<>(QuarkusApplication.FLAGS);
        tail.addAll(cache);
        tail.addAll(List.of("-cp", AotTraining.joined(classPath), QuarkusApplication.MAIN_CLASS));
        return command(name.label(), name.jvm(), tail);
    }

    boolean hasAotCache(ServiceName name) {
        List<Path> classPath = new QuarkusApplication(name.application(options.project())).classPath();
        return !AotCache.of(options.project(), name).flags(classPath).isEmpty();
    }

    /** The argument by which a later launcher recognises processes that a killed launcher left running. */
    public static String marker(Path state) {
        return "-Dfirstfill.state=" + state;
    }

    private List<String> command(String component, List<String> flags, List<String> tail) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), marker(options.state())));
        command.addAll(FLAGS);
        command.addAll(options.jvm().getOrDefault(component, flags));
        command.addAll(tail);
        return command;
    }
}
