package io.firstfill.local.credential;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.local.terminal.Terminal;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;

/** Stores a key and says what the exchange says of it. */
final class CredentialCommand {
    private static final int USABLE = 0;
    private static final int NOT_USABLE = 3;
    private static final int LONGEST = 200;

    private final ControlApi control;
    private final Terminal terminal;
    private final PrintStream out;

    CredentialCommand(ControlApi control, Terminal terminal, PrintStream out) {
        this.control = control;
        this.terminal = terminal;
        this.out = out;
    }

    /** Asks for the key only once the environment is known to exist. */
    int put(EnvironmentId environment, SecretWriter writer) {
        control.status(environment.value());
        char[] apiKey = asked("Access key: ");
        char[] secretKey = asked("Secret key: ");
        int version;
        try {
            version = writer.write(apiKey, secretKey);
        } finally {
            Arrays.fill(apiKey, ' ');
            Arrays.fill(secretKey, ' ');
        }
        out.println("Stored as version " + version + " at " + writer.path() + ".");
        return validated(environment);
    }

    int status(EnvironmentId environment) {
        return told(control.status(environment.value()));
    }

    /** The key is stored by now, whatever becomes of the question. */
    private int validated(EnvironmentId environment) {
        try {
            return told(control.validate(environment.value()));
        } catch (IllegalStateException | UncheckedIOException e) {
            out.println("It is not validated: " + e.getMessage() + ". Ask again by deploy/secret status " + environment
                    + ".");
            return NOT_USABLE;
        }
    }

    private int told(JsonObject status) {
        CredentialReport.lines(status).forEach(out::println);
        return CredentialReport.usable(status) ? USABLE : NOT_USABLE;
    }

    private char[] asked(String prompt) {
        char[] given = terminal.secret(prompt).orElse(new char[0]);
        boolean printable = String.valueOf(given).chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (given.length == 0 || given.length > LONGEST || !printable) {
            throw new NotStoredException(
                    "The " + prompt.substring(0, prompt.indexOf(':')).toLowerCase(Locale.ROOT)
                            + " must be 1 to " + LONGEST + " characters without spaces, on a line of its own."
                            + " Nothing was stored.");
        }
        return given;
    }
}
