package io.firstfill.local.halt;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Texts;
import io.firstfill.local.config.Ports;
import io.firstfill.local.config.StartFailedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The arguments of one call of {@code deploy/halt}.
 *
 * @param reason 1 to 500 characters
 * @param broker the bootstrap servers of Kafka
 * @param security the client's settings for a Kafka that wants certificates; empty for one that does not
 */
record HaltOptions(EnvironmentId environment, String reason, String broker, Map<String, String> security) {
    private static final String BROKER = "KAFKA_BOOTSTRAP_SERVERS";
    /** The variables by which the services, too, are told about a Kafka with certificates. */
    private static final Pattern SECURITY = Pattern.compile("KAFKA_(SECURITY_PROTOCOL|SSL_[A-Z_]+)");

    private static final int PORT = 8080;
    private static final String REASON = "halted by deploy/halt";

    HaltOptions {
        Texts.require("The reason", reason, Texts.MAX_REASON);
        security = Map.copyOf(security);
    }

    /**
     * Reads the command line.
     *
     * @param variables the variables of the process
     * @throws IllegalArgumentException for a missing or malformed environment, an unknown option or a reason that is
     *     too long
     */
    static HaltOptions parse(Map<String, String> variables, String... arguments) {
        String broker = variables.getOrDefault(BROKER, local(PORT));
        List<String> words = new ArrayList<>();
        Deque<String> remaining = new ArrayDeque<>(Arrays.asList(arguments));
        while (!remaining.isEmpty()) {
            String argument = remaining.pop();
            if (argument.equals("--port")) {
                broker = local(port(remaining));
            } else if (argument.startsWith("-")) {
                throw new IllegalArgumentException("Unknown option " + argument + "; --help lists them all.");
            } else {
                words.add(argument);
            }
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Name the environment to halt; --help says how.");
        }
        String reason = String.join(" ", words.subList(1, words.size())).strip();
        return new HaltOptions(
                EnvironmentId.of(words.getFirst()), reason.isEmpty() ? REASON : reason, broker, security(variables));
    }

    /** Returns {@code ssl.keystore.location} for {@code KAFKA_SSL_KEYSTORE_LOCATION}. */
    private static Map<String, String> security(Map<String, String> variables) {
        Map<String, String> settings = new HashMap<>();
        variables.forEach((name, value) -> {
            if (SECURITY.matcher(name).matches()) {
                settings.put(
                        name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        return settings;
    }

    /** Never the password of the certificate. */
    @Override
    public String toString() {
        return "HaltOptions[environment=" + environment + ", reason=" + reason + ", broker=" + broker + "]";
    }

    private static int port(Deque<String> remaining) {
        String given = remaining.isEmpty() ? "" : remaining.pop();
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port takes the gateway's port, a number.", e);
        }
    }

    private static String local(int gateway) {
        try {
            return "127.0.0.1:" + new Ports(gateway).kafka();
        } catch (StartFailedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The text that {@code deploy/halt --help} prints. */
    static String help() {
        return """
                deploy/halt ENVIRONMENT [REASON]   halts an environment without control

                Writes SetTradingState HALTED to commands.v1, as deploy:<your user>. The trader obeys it when it reads
                it, whether risk is alive or not; a trader that is down reads it before it opens for work. Only a person
                with the role risk loosens it again, through control. The command is in the journal like any other.

                  --port N   the gateway's port of a local stack (default 8080); Kafka lies at its fixed distance
                  --help     this text

                Elsewhere the variable KAFKA_BOOTSTRAP_SERVERS names Kafka, and KAFKA_SECURITY_PROTOCOL and KAFKA_SSL_...
                the certificates, as for the services.

                Exit codes: 0 risk has confirmed the halt; 3 the command is written and risk is silent, the trader obeys
                it all the same; 1 Kafka did not take it, try again; 2 nothing was written, an argument is wrong.
                """;
    }
}
