package io.firstfill.packaging;

import io.firstfill.local.aot.QuarkusApplication;
import io.firstfill.local.component.JavaCommand;
import io.firstfill.local.config.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program as the build leaves it.
 *
 * @param name of its image
 * @param classPath its jars in their order
 * @param flags JVM flags that it does not start without
 * @param tuning JVM flags that a deployment may replace, by {@code JAVA_TOOL_OPTIONS}: the local stack's
 * @param environment defaults of its environment in a container
 * @param service the service that it is; empty for the simulator and for the halt
 */
record Program(
        String name,
        List<Path> classPath,
        String mainClass,
        List<String> flags,
        List<String> tuning,
        Map<String, String> environment,
        Optional<ServiceName> service) {
    static final String SIMULATOR = "simulator";
    static final String HALT = "halt";
    /** The launcher starts databases and brokers, too; a halt writes to Kafka and reads from it. */
    private static final Pattern OF_HALT =
            Pattern.compile("(firstfill-contract|kafka-clients|jackson-|slf4j-|jspecify-|snappy-|lz4-|zstd-).*");

    /** The collector comes with the local stack's other flags, so that a deployment may take another. */
    private static final String COLLECTOR = "-XX:+UseSerialGC";

    private static final String INITIAL_HEAP = "-Xms32m";

    Program {
        classPath = List.copyOf(classPath);
        flags = List.copyOf(flags);
        tuning = List.copyOf(tuning);
        environment = Map.copyOf(environment);
    }

    /** The names of all programs that have an image. */
    static List<String> names() {
        return Stream.concat(Arrays.stream(ServiceName.values()).map(ServiceName::label), Stream.of(SIMULATOR, HALT))
                .toList();
    }

    /** @throws PackagingException for another name, and for a program that is not built */
    static Program named(String name, Path project) {
        Program program = Arrays.stream(ServiceName.values())
                .filter(service -> service.label().equals(name))
                .findFirst()
                .map(service -> of(service, project))
                .or(() -> name.equals(SIMULATOR) ? Optional.of(simulator(project)) : Optional.empty())
                .or(() -> name.equals(HALT) ? Optional.of(halt(project)) : Optional.empty())
                .orElseThrow(() -> new PackagingException(
                        "There is no image called " + name + "; there are " + String.join(", ", names()) + "."));
        if (program.classPath().isEmpty()) {
            throw new PackagingException(name + " is not built: run deploy/image, which builds it.");
        }
        return program;
    }

    private static Program of(ServiceName service, Path project) {
        List<String> flags = new ArrayList<>(QuarkusApplication.FLAGS);
        JavaCommand.FLAGS.stream().filter(flag -> !isTuning(flag)).forEach(flags::add);
        Map<String, String> environment = new TreeMap<>(Map.of("QUARKUS_HTTP_HOST", "0.0.0.0"));
        if (service == ServiceName.RISK) {
            environment.put("FIRSTFILL_RISK_STATE_DIR", "/tmp/risk-service");
        }
        return new Program(
                service.label(),
                new QuarkusApplication(service.application(project)).classPath(),
                QuarkusApplication.MAIN_CLASS,
                flags,
                tuning(service.jvm()),
                environment,
                Optional.of(service));
    }

    private static Program simulator(Path project) {
        Path target = project.resolve(Path.of("deploy", "simulator", "target"));
        List<Path> jars = new ArrayList<>(jars(target, "firstfill-simulator-"));
        jars.addAll(jars(target.resolve("lib"), ""));
        return new Program(
                SIMULATOR,
                jars,
                "io.firstfill.simulator.Main",
                JavaCommand.FLAGS.stream().filter(flag -> !isTuning(flag)).toList(),
                tuning(List.of("-Xmx192m")),
                Map.of(),
                Optional.empty());
    }

    private static Program halt(Path project) {
        Path target = project.resolve(Path.of("deploy", "local", "target"));
        List<Path> jars = new ArrayList<>(jars(target, "firstfill-local"));
        jars(target.resolve("lib"), "").stream()
                .filter(jar -> OF_HALT.matcher(name(jar)).matches())
                .forEach(jars::add);
        return new Program(
                HALT,
                jars,
                "io.firstfill.local.halt.Halt",
                JavaCommand.FLAGS.stream().filter(flag -> !isTuning(flag)).toList(),
                tuning(List.of("-Xmx96m", "-XX:TieredStopAtLevel=1")),
                Map.of(),
                Optional.empty());
    }

    private static List<String> tuning(List<String> flags) {
        return Stream.concat(Stream.of(COLLECTOR, INITIAL_HEAP), flags.stream()).toList();
    }

    private static boolean isTuning(String flag) {
        return flag.equals(COLLECTOR) || flag.equals(INITIAL_HEAP);
    }

    private static List<Path> jars(Path directory, String prefix) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> name(file).startsWith(prefix) && name(file).endsWith(".jar"))
                    .filter(file -> !name(file).endsWith("-sources.jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PackagingException("Cannot read " + directory + ": " + e.getMessage());
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
