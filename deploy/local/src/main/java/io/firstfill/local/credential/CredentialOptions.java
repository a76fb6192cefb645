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
 * @param put whether a secret is stored; otherwise the status of the key is shown
 * @param target the target of notifications whose secret it is; null for the exchange key
 * @param state the state directory of the stack
 * @param environments the environments file; null for the one the stack was started with
 * @param vault a Vault that runs elsewhere; null for the stack's stand-in
 * @param ca a PEM file with the only authorities that are trusted for that Vault; null for those of the JDK
 * @param mount the KV v2 engine of that Vault
 */
record CredentialOptions(
        boolean put,
        EnvironmentId environment,
        @Nullable String target,
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
        requireCommand(words);
        if (!given.containsKey("--vault") && (given.containsKey("--ca") || given.containsKey("--mount"))) {
            throw new IllegalArgumentException("--ca and --mount need --vault.");
        }
        return of(words, project, given);
    }

    private static void requireCommand(List<String> words) {
        String command = words.isEmpty() ? "" : words.getFirst();
        boolean ofKey = words.size() == 2 && List.of("put", "status").contains(command);
        boolean ofTarget = words.size() == 3 && command.equals("notify");
        if (!ofKey && !ofTarget) {
            throw new IllegalArgumentException("Say put or status and the environment, or notify, the environment and"
                    + " the target, and nothing else: a secret is read from standard input.");
        }
        if (ofTarget && !words.get(2).matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("A target has a name of 1 to 32 of a-z, 0-9 and -.");
        }
    }

    private static CredentialOptions of(List<String> words, Path project, Map<String, String> given) {
        String environments = given.get("--environments");
        String vault = given.get("--vault");
        String ca = given.get("--ca");
        return new CredentialOptions(
                !words.getFirst().equals("status"),
                EnvironmentId.of(words.get(1)),
                words.size() > 2 ? words.get(2) : null,
                ports(given.getOrDefault("--port", PORT)),
                Path.of(given.getOrDefault(
                        "--state", project.resolve(".firstfill").toString())),
                environments == null ? null : Path.of(environments),
                vault == null ? null : vault(vault),
                ca == null ? null : Path.of(ca),
                mount(given.getOrDefault("--mount", "secret")));
    }

    /** The path of the secret in the KV v2 engine. */
    String vaultPath() {
        if (target != null) {
            return "firstfill/" + environment + "/notifications/" + target;
        }
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
                deploy/secret notify ENVIRONMENT TARGET
                                                   stores the secret of a target of notifications

                put asks for the access key and the secret key without showing them, or reads them from standard
                input, one a line. They are never an argument. The stack must be running: the trader reads the key
                from the secrets and proves it at the exchange by a signed account query. notify reads one line, a JSON
                object with url, hmac-key, bot-token or chat-id; the ledger uses it within a minute.

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
