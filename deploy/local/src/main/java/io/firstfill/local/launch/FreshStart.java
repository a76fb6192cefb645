package io.firstfill.local.launch;

import io.firstfill.environment.DeclaredEnvironment;
import io.firstfill.environment.EnvironmentsFile;
import io.firstfill.environment.EnvironmentsFileException;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.StartFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The rule about {@code --fresh}: the journal, the orders in doubt and the key of a LIVE environment stay. */
final class FreshStart {
    private FreshStart() {}

    /** @throws StartFailedException when emptying the state directory would delete what belongs to real money */
    static void require(StackOptions options) {
        Path state = options.state();
        if (options.fresh() && holdsData(state) && (!options.deployment().live().isEmpty() || wasLive(state))) {
            throw new StartFailedException("--fresh would delete the journal, the orders in doubt and the key of a LIVE"
                    + " environment: start without it, give another --state, or move " + state + " away.");
        }
    }

    private static boolean holdsData(Path state) {
        return Stream.of("data", "secrets").anyMatch(part -> Files.exists(state.resolve(part)));
    }

    /** Whether the last start was LIVE, or any start kept its secrets by a passphrase. */
    private static boolean wasLive(Path state) {
        if (Files.exists(state.resolve("secrets").resolve("vault.sealed"))) {
            return true;
        }
        Path environments = state.resolve("environments.yaml");
        try {
            return Files.exists(environments)
                    && EnvironmentsFile.read(environments).environments().stream()
                            .anyMatch(DeclaredEnvironment::live);
        } catch (EnvironmentsFileException unreadable) {
            return true;
        }
    }
}
