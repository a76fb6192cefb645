package io.firstfill.local.halt;

import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.logging.LogManager;

/** The main class of {@code deploy/halt}. */
public final class Halt {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LONGEST_USER = 100;

    private Halt() {}

    @SuppressWarnings("SystemOut") // a command line tool's output is its purpose
    public static void main(String[] arguments) {
        // The log of the Kafka client would hide the answer.
        LogManager.getLogManager().reset();
        System.exit(run(System.out, System.err, System.getenv(), arguments).exitCode());
    }

    private static HaltOutcome run(
            PrintStream out, PrintStream err, Map<String, String> variables, String... arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(HaltOptions.help());
            return HaltOutcome.CONFIRMED;
        }
        try {
            HaltOptions options = HaltOptions.parse(variables, arguments);
            return new Halting(out, err, Clock.systemUTC(), PATIENCE)
                    .halt(options, actor(System.getProperty("user.name", "unknown")));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return HaltOutcome.REFUSED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HaltOutcome.NOT_WRITTEN;
        }
    }

    /** The operating system's user. No name of one may keep a halt from being written. */
    static Actor actor(String user) {
        return Actor.of("deploy:" + Texts.clean(user, LONGEST_USER));
    }
}
