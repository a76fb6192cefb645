package io.firstfill.local.livecheck;

import io.firstfill.environment.DeclaredEnvironment;
import io.firstfill.environment.EnvironmentsFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exchange that one call of {@code deploy/live-check} asks.
 *
 * @param rest the address of the spot API
 * @param web the address of the website
 * @param stream the address of the push streams, if there is one
 */
record LiveCheckOptions(URI rest, URI web, Optional<URI> stream) {
    /** The exchange itself. */
    private static final LiveCheckOptions MEXC = new LiveCheckOptions(
            URI.create("https://api.mexc.com"),
            URI.create("https://www.mexc.com"),
            Optional.of(URI.create("wss://wbs-api.mexc.com/ws")));

    /** @throws IllegalArgumentException for an unknown option or environment, or a file with a fault */
    static LiveCheckOptions parse(String... arguments) {
        Path file = null;
        String name = null;
        Deque<String> remaining = new ArrayDeque<>(Arrays.asList(arguments));
        while (!remaining.isEmpty()) {
            String argument = remaining.pop();
            if (argument.equals("--environments") && !remaining.isEmpty()) {
                file = Path.of(remaining.pop());
            } else if (argument.startsWith("-") || name != null) {
                throw new IllegalArgumentException("Unknown argument " + argument + "; --help lists them all.");
            } else {
                name = argument;
            }
        }
        return file == null ? withoutFile(name) : of(EnvironmentsFile.read(file), name);
    }

    private static LiveCheckOptions withoutFile(@Nullable String name) {
        if (name != null) {
            throw new IllegalArgumentException("Name the file of the environment " + name + " by --environments.");
        }
        return MEXC;
    }

    private static LiveCheckOptions of(EnvironmentsFile file, @Nullable String name) {
        if (name == null && file.environments().size() > 1) {
            throw new IllegalArgumentException("Name one of " + String.join(", ", file.names()) + ".");
        }
        DeclaredEnvironment environment = name == null ? file.environments().getFirst() : file.require(name);
        return new LiveCheckOptions(environment.restUri(), environment.webUri(), environment.wsUri());
    }

    static String help() {
        return """
                deploy/live-check [--environments FILE] [ENVIRONMENT]

                Asks the public endpoints of an exchange, without a key, and says of each fact that is assumed of it:
                what is assumed and by which source, what was seen, and whether that is the same. About 20 requests in
                10 s, and one socket. Without a file it asks MEXC. It ends with what a person must look at on the first
                live day.

                Exit codes: 0 nothing differs; 3 something differs; 1 the exchange does not answer; 2 a wrong argument.
                """;
    }
}
