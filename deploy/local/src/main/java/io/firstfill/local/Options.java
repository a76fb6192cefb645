package io.firstfill.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a start can be told.
 *
 * @param project the root of the source tree, where the built services are
 * @param state what survives a restart: data, logs, generated secrets
 * @param fresh wipes the state first
 * @param services false leaves the five services out, for running one of them elsewhere
 * @param jvm JVM flags by part, replacing the defaults
 * @param deadline for everything to be ready
 */
public record Options(
        Path project,
        Path state,
        Ports ports,
        boolean fresh,
        boolean demo,
        boolean services,
        Map<String, List<String>> jvm,
        Duration deadline) {
    private static final int PORT = 8080;
    private static final Duration DEADLINE = Duration.ofMinutes(5);

    public Options {
        jvm = Map.copyOf(jvm);
    }

    public static Options defaults(Path project) {
        Path root = project.toAbsolutePath().normalize();
        return new Options(root, root.resolve(".firstfill"), new Ports(PORT), false, true, true, Map.of(), DEADLINE);
    }

    public Options withState(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        return new Options(project, absolute, ports, fresh, demo, services, jvm, deadline);
    }

    public Options withPort(int gateway) {
        return new Options(project, state, new Ports(gateway), fresh, demo, services, jvm, deadline);
    }

    public Options withFreshState() {
        return new Options(project, state, ports, true, demo, services, jvm, deadline);
    }

    public Options withoutDemo() {
        return new Options(project, state, ports, fresh, false, services, jvm, deadline);
    }

    public Options withoutServices() {
        return new Options(project, state, ports, fresh, demo, false, jvm, deadline);
    }

    public Options withJvm(String part, List<String> flags) {
        Map<String, List<String>> changed = new HashMap<>(jvm);
        changed.put(part, List.copyOf(flags));
        return new Options(project, state, ports, fresh, demo, services, changed, deadline);
    }

    /** Reads a command line; a word it does not know is refused. */
    static Options parse(Path project, String... arguments) {
        Options options = defaults(project);
        Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
        while (!words.isEmpty()) {
            options = options.with(words.pop(), words);
        }
        return options;
    }

    private Options with(String word, Deque<String> rest) {
        return switch (word) {
            case "--port" -> withPort(number(value(word, rest)));
            case "--state" -> withState(Path.of(value(word, rest)));
            case "--fresh" -> withFreshState();
            case "--no-demo" -> withoutDemo();
            case "--no-services" -> withoutServices();
            case "--jvm" -> withJvmSetting(value(word, rest));
            default -> throw new StartFailed("Unknown option " + word + "; --help lists them all.");
        };
    }

    private Options withJvmSetting(String setting) {
        String[] parts = setting.split("=", 2);
        if (parts.length < 2) {
            throw new StartFailed("--jvm takes PART=FLAGS, for example --jvm trader-service=-Xmx512m.");
        }
        return withJvm(parts[0], List.of(parts[1].strip().split("\\s+")));
    }

    private static String value(String word, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new StartFailed(word + " needs a value.");
        }
        return rest.pop();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new StartFailed("--port takes a number, not " + text + ".", e);
        }
    }

    static String help() {
        StringBuilder ports = new StringBuilder();
        new Ports(PORT).all().forEach((part, port) -> ports.append("  %5d  %s%n".formatted(port, part)));
        return """
                deploy/up [options]   starts Firstfill on this machine; Ctrl-C stops it

                  --port N        the gateway's port; every other port lies at a fixed distance (default 8080)
                  --state DIR     where data, logs and generated secrets live (default .firstfill)
                  --fresh         forget the former state first
                  --no-demo       start and wait, without the demonstration
                  --no-services   infrastructure only, to run a service from elsewhere
                  --jvm PART=FLAGS  JVM flags of one part, replacing its defaults; may be repeated
                  --help          this text

                Ports with the default base:
                """ + ports;
    }
}
