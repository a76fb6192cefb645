package io.firstfill.local.livecheck;

import io.firstfill.environment.DeclaredEnvironment;
import io.firstfill.environment.EnvironmentsFile;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
 * @param pause before each request
 */
record LiveCheckOptions(URI rest, URI web, Optional<URI> stream, Duration pause) {
    /** Three requests a second: far below every limit that the exchange states. */
    private static final Duration ALONE = Duration.ofMillis(330);
    /** Services of the same file send up to 18 of the 20 requests that the exchange allows an address in a second. */
    private static final Duration BESIDE_SERVICES = Duration.ofSeconds(1);

    /** The exchange itself. */
    private static final LiveCheckOptions MEXC = new LiveCheckOptions(
            URI.create("https://api.mexc.com"),
            URI.create("https://www.mexc.com"),
            Optional.of(URI.create("wss://wbs-api.mexc.com/ws")),
            ALONE);

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
        return new LiveCheckOptions(environment.restUri(), environment.webUri(), environment.wsUri(), BESIDE_SERVICES);
    }

    static String help() {
        return """
                deploy/live-check [--environments FILE] [ENVIRONMENT]

                Asks the public endpoints of an exchange, without a key, and says of each fact that is assumed of it:
                what is assumed and by which source, what was seen, and whether that is the same. About 20 requests,
                three a second, or one a second with a file, whose services may run on the same address; and one
                socket. A host that answers 403 or 429 is not asked again. Without a file it asks MEXC. It ends with
                what a person must look at on the first live day.

                Exit codes: 0 nothing differs; 3 something differs; 1 the exchange does not answer; 2 a wrong argument.
                """;
    }
}
