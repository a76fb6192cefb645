package io.firstfill.local.credential;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.environment.EnvironmentsFile;
import io.firstfill.local.config.Ports;
import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.config.VaultAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call of {@code deploy/secret}.
 *
 * @param put whether a key is stored; otherwise its status is shown
 * @param state the state directory of the stack
 * @param environments the environments file; null for the one the stack was started with
 * @param vault a Vault that runs elsewhere; null for the stack's stand-in
 * @param ca a PEM file with the only authorities that are trusted for that Vault; null for those of the JDK
 * @param mount the KV v2 engine of that Vault
 */
record CredentialOptions(
        boolean put,
        EnvironmentId environment,
        Ports ports,
        Path state,
        @Nullable Path environments,
        @Nullable URI vault,
        @Nullable Path ca,
        String mount) {
    private static final String PORT = "8080";
    private static final Set<String> OPTIONS =
            Set.of("--port", "--state", "--environments", "--vault", "--ca", "--mount");

    /** @throws IllegalArgumentException for a missing or unknown argument */
    static CredentialOptions parse(Path project, String... arguments) {
        List<String> words = new ArrayList<>();
        Map<String, String> given = new HashMap<>();
        Deque<String> remaining = new ArrayDeque<>(Arrays.asList(arguments));
        while (!remaining.isEmpty()) {
            String argument = remaining.pop();
            if (OPTIONS.contains(argument)) {
                given.put(argument, value(argument, remaining));
            } else {
                words.add(word(argument));
            }
        }
        if (words.size() != 2 || !List.of("put", "status").contains(words.getFirst())) {
            throw new IllegalArgumentException(
                    "Say put or status and the environment, and nothing else: a key is read from standard input.");
        }
        if (!given.containsKey("--vault") && (given.containsKey("--ca") || given.containsKey("--mount"))) {
            throw new IllegalArgumentException("--ca and --mount need --vault.");
        }
        return of(words.getFirst().equals("put"), EnvironmentId.of(words.get(1)), project, given);
    }

    private static CredentialOptions of(
            boolean put, EnvironmentId environment, Path project, Map<String, String> given) {
        String environments = given.get("--environments");
        String vault = given.get("--vault");
        String ca = given.get("--ca");
        return new CredentialOptions(
                put,
                environment,
                ports(given.getOrDefault("--port", PORT)),
                Path.of(given.getOrDefault(
                        "--state", project.resolve(".firstfill").toString())),
                environments == null ? null : Path.of(environments),
                vault == null ? null : vault(vault),
                ca == null ? null : Path.of(ca),
                mount(given.getOrDefault("--mount", "secret")));
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

    private static String mount(String text) {
        if (!text.matches("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*")) {
            throw new IllegalArgumentException("--mount takes the path of a KV v2 engine, such as secret.");
        }
        return text;
    }

    private static URI vault(String text) {
        URI address = URI.create(text);
        VaultAddress.refusal(address).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return address;
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
                  --ca FILE      the authorities of that Vault's certificate, PEM (default: those of the JDK)
                  --mount PATH   its KV v2 engine (default secret)
                  --help         this text

                Exit codes: 0 the key is valid and may trade; 3 it is stored and is not, or not yet; 1 nothing was
                stored; 2 an argument is wrong; 4 it is not known whether the key was stored.
                """;
    }
}
