package io.firstfill.local.credential;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.environment.EnvironmentsFile;
import io.firstfill.local.config.Ports;
import io.firstfill.local.config.StartFailedException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call of {@code deploy/secret}.
 *
 * @param put whether a key is stored; otherwise its status is shown
 * @param state the state directory of the stack
 * @param environments the environments file; null for the one the stack was started with
 * @param vault a Vault that runs elsewhere; null for the stack's stand-in
 */
record CredentialOptions(
        boolean put,
        EnvironmentId environment,
        Ports ports,
        Path state,
        @Nullable Path environments,
        @Nullable URI vault) {
    private static final int PORT = 8080;

    /** @throws IllegalArgumentException for a missing or unknown argument */
    static CredentialOptions parse(Path project, String... arguments) {
        List<String> words = new ArrayList<>();
        Ports ports = new Ports(PORT);
        Path state = project.resolve(".firstfill");
        Path environments = null;
        URI vault = null;
        Deque<String> remaining = new ArrayDeque<>(Arrays.asList(arguments));
        while (!remaining.isEmpty()) {
            String argument = remaining.pop();
            switch (argument) {
                case "--port" -> ports = ports(value(argument, remaining));
                case "--state" -> state = Path.of(value(argument, remaining));
                case "--environments" -> environments = Path.of(value(argument, remaining));
                case "--vault" -> vault = URI.create(value(argument, remaining));
                default -> words.add(word(argument));
            }
        }
        if (words.size() != 2 || !List.of("put", "status").contains(words.getFirst())) {
            throw new IllegalArgumentException(
                    "Say put or status and the environment, and nothing else: a key is read from standard input.");
        }
        return new CredentialOptions(
                words.getFirst().equals("put"), EnvironmentId.of(words.get(1)), ports, state, environments, vault);
    }

    /** The path of the credential in the KV v2 engine. */
    String vaultPath() {
        String usual = "firstfill/" + environment + "/mexc";
        Path file = environments == null ? state.resolve("environments.yaml") : environments;
        if (environments == null && !Files.exists(file)) {
            return usual;
        }
        return EnvironmentsFile.read(file)
                .require(environment.value())
                .vaultPath()
                .orElse(usual);
    }

    private static String word(String argument) {
        if (argument.startsWith("-")) {
            throw new IllegalArgumentException("Unknown option " + argument + "; --help lists them all.");
        }
        return argument;
    }

    private static String value(String option, Deque<String> remaining) {
        if (remaining.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return remaining.pop();
    }

    private static Ports ports(String text) {
        try {
            return new Ports(Integer.parseInt(text));
        } catch (NumberFormatException | StartFailedException e) {
            throw new IllegalArgumentException("--port takes the gateway's port, a number.", e);
        }
    }

    /** The text that {@code deploy/secret --help} prints. */
    static String help() {
        return """
                deploy/secret put ENVIRONMENT      stores an exchange key and has it validated at once
                deploy/secret status ENVIRONMENT   shows what is known of the key that is stored

                put asks for the access key and the secret key without showing them, or reads them from standard
                input, one a line. They are never an argument. The stack must be running: the trader reads the key
                from the secrets and proves it at the exchange by a signed account query.

                  --environments FILE  where the vault-path stands (default: the file the stack was started with)
                  --port N       the gateway's port of the stack (default 8080)
                  --state DIR    its state directory (default .firstfill)
                  --vault URL    a Vault elsewhere; the variable VAULT_TOKEN logs in, and needs to write the path alone
                  --help         this text

                Exit codes: 0 the key is valid and may trade; 3 it is stored and is not, or not yet; 1 nothing was
                stored; 2 an argument is wrong.
                """;
    }
}
