package io.firstfill.local.launch;

import io.firstfill.local.config.Deployment;
import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.secrets.LocalSecrets;
import io.firstfill.local.secrets.PassphraseSealing;
import io.firstfill.local.secrets.Sealing;
import io.firstfill.local.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person gave at the start of a stack whose orders move real money. A stack with a LIVE environment starts only
 * with it, whoever starts it.
 *
 * @param typed the names of LIVE environments that were typed
 * @param sealing how the stand-in keeps its file
 */
public record LiveStart(Set<String> typed, Sealing sealing) {
    /** Nothing was asked: enough for paper environments. */
    public static final LiveStart NONE = new LiveStart(Set.of(), Sealing.NONE);

    public LiveStart {
        typed = Set.copyOf(typed);
    }

    /**
     * Asks for the name of each LIVE environment, and for the passphrase of the stand-in unless a Vault holds the key.
     *
     * @param secrets the directory of the stand-in's file
     * @throws StartFailedException when a name or the passphrase is not given as it must be
     */
    static LiveStart ask(Deployment deployment, Path secrets, Terminal terminal) {
        if (deployment.live().isEmpty()) {
            return NONE;
        }
        Set<String> typed = new HashSet<>();
        for (String name : deployment.live()) {
            String given = terminal.line(
                            "Orders of the environment " + name + " move real money." + " Type its name to start it: ")
                    .orElse("");
            if (!given.equals(name)) {
                throw refused(name);
            }
            typed.add(given);
        }
        return new LiveStart(typed, deployment.vault() == null ? sealing(secrets, terminal) : Sealing.NONE);
    }

    /** @throws StartFailedException when a LIVE environment was not confirmed, or its key would be readable */
    void require(Deployment deployment) {
        for (String name : deployment.live()) {
            if (!typed.contains(name)) {
                throw refused(name);
            }
        }
        if (!deployment.live().isEmpty() && deployment.vault() == null && !sealing.encrypts()) {
            throw new StartFailedException(
                    "A LIVE environment needs a Vault (--vault) or a passphrase for the stand-in.");
        }
    }

    /**
     * Opens the secrets of the stand-in.
     *
     * @param generated the environments that need generated credentials
     * @throws StartFailedException when the passphrase is not the one of the file
     */
    LocalSecrets open(Path directory, List<String> generated) {
        try {
            return LocalSecrets.in(directory, Clock.systemUTC(), generated, sealing);
        } catch (IllegalArgumentException e) {
            throw new StartFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static StartFailedException refused(String name) {
        return new StartFailedException(
                "The environment " + name + " is LIVE and its name was not typed: nothing was started.");
    }

    private static Sealing sealing(Path secrets, Terminal terminal) {
        char[] passphrase = terminal.secret("Passphrase of the secrets: ").orElse(new char[0]);
        boolean first = !Files.exists(secrets.resolve("vault.sealed"));
        if (first && terminal.interactive()) {
            char[] again = terminal.secret("A new one; once more: ").orElse(new char[0]);
            if (!Arrays.equals(passphrase, again)) {
                throw new StartFailedException("The two passphrases differ: nothing was started.");
            }
        }
        try {
            return new PassphraseSealing(passphrase);
        } catch (IllegalArgumentException e) {
            throw new StartFailedException(e.getMessage() + " Nothing was started.", e);
        }
    }
}
