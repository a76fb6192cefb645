package io.firstfill.local.credential;

import io.firstfill.local.identity.AccessTokens;
import io.firstfill.local.terminal.ProcessTerminal;
import io.firstfill.local.terminal.Terminal;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** The main class of {@code deploy/secret}. */
public final class Credential {
    private static final int REFUSED = 2;
    private static final int UNKNOWN = 4;

    private Credential() {}

    @SuppressWarnings("SystemOut") // a command line tool's output is its purpose
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, ProcessTerminal.open(), System.getenv(), arguments));
    }

    /** Returns the exit code. */
    public static int run(
            PrintStream out, PrintStream err, Terminal terminal, Map<String, String> variables, String... arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(CredentialOptions.help());
            return 0;
        }
        try {
            CredentialOptions options =
                    CredentialOptions.parse(Path.of(System.getProperty("firstfill.project", ".")), arguments);
            AccessTokens tokens = new AccessTokens(options.ports());
            ControlApi control = new ControlApi(options.ports(), () -> tokens.of("operator"));
            CredentialCommand command = new CredentialCommand(control, terminal, out);
            if (options.target() != null) {
                return new NotificationSecret(terminal, out).put(SecretWriter.of(options, variables));
            }
            return options.put()
                    ? command.put(options.environment(), SecretWriter.of(options, variables))
                    : command.status(options.environment());
        } catch (NotStoredException e) {
            err.println(e.getMessage());
            return 1;
        } catch (UnknownOutcomeException e) {
            err.println(e.getMessage());
            return UNKNOWN;
        } catch (UncheckedIOException | IllegalStateException e) {
            err.println(
                    "The stack does not answer (" + e.getMessage() + "): start it by deploy/up. Nothing was stored.");
            return 1;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return REFUSED;
        }
    }
}
