package io.firstfill.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.local.aot.AotTraining;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that the Java runtime of the images has every module that a class of a program names. */
@Tag("long")
class RuntimeModulesIT {
    private static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path JDK = Path.of(System.getProperty("java.home"));
    /**
     * Named by classes that no program loads: JAXB's and Kafka's tools for a debugger or a compiler, and bridges of
     * libraries to them.
     */
    private static final Set<String> NEVER_LOADED = Set.of("jdk.jdi", "jdk.compiler", "jdk.attach", "jdk.jconsole");

    static List<String> programs() {
        return Program.names();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theRuntimeHasEveryModuleThatAClassNames(String name) throws Exception {
        List<Path> classPath = Program.named(name, PROJECT).classPath();
        JavaRuntime runtime = JavaRuntime.link(JDK, Path.of("target", "runtime-test"));

        assertThat(modules(runtime)).containsAll(named(classPath));
    }

    private static List<String> named(List<Path> classPath) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                JDK.resolve(Path.of("bin", "jdeps")).toString(),
                "--ignore-missing-deps",
                "--multi-release",
                "25",
                "--print-module-deps",
                "--class-path",
                AotTraining.joined(classPath)));
        classPath.forEach(jar -> command.add(jar.toString()));
        String output = Command.output(command).orElseThrow(() -> new AssertionError("jdeps failed"));
        String last = output.strip().lines().toList().getLast();
        return Arrays.stream(last.split(",", -1))
                .filter(module -> !NEVER_LOADED.contains(module))
                .toList();
    }

    private static Set<String> modules(JavaRuntime runtime) throws Exception {
        return Command.output(List.of(runtime.java().toString(), "--list-modules"))
                .orElseThrow()
                .lines()
                .map(line -> line.replaceFirst("@.*", ""))
                .collect(Collectors.toSet());
    }
}
