package io.firstfill.local.halt;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.TradingState;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;

/** Halts an environment, and says what is certain of it: first that the command is written, then who has confirmed. */
final class Halting {
    /** Of each call of Kafka. */
    private static final Duration KAFKA = Duration.ofSeconds(5);

    private final PrintStream out;
    private final PrintStream err;
    private final InstantSource clock;
    /** Longer than a second instance of risk needs to take over. */
    private final Duration patience;

    Halting(PrintStream out, PrintStream err, InstantSource clock, Duration patience) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.patience = patience;
    }

    HaltOutcome halt(HaltOptions options, Actor actor) throws InterruptedException {
        try (TradingStateReader states = TradingStateReader.open(options, KAFKA)) {
            return halt(options, actor, states, KAFKA);
        } catch (KafkaException e) {
            err.println(
                    "Kafka at " + options.broker() + " does not answer (" + e.getMessage() + "). Nothing was written.");
            return HaltOutcome.NOT_WRITTEN;
        }
    }

    /**
     * Checks the name, and writes the command. A name that cannot be checked is halted all the same.
     *
     * @param check the longest time for the check of the name
     */
    HaltOutcome halt(HaltOptions options, Actor actor, TradingStateReader states, Duration check)
            throws InterruptedException {
        TradingStateReader.Known known = states.environments(check);
        if (known.lacks(options.environment())) {
            return refused(options, known.names());
        }
        if (!known.contains(options.environment())) {
            err.println("Kafka does not give the partition of " + options.environment()
                    + " in time: the name is not checked.");
        }
        return commanded(options, actor, states);
    }

    private HaltOutcome refused(HaltOptions options, List<String> known) {
        err.println("There is no environment " + options.environment() + "; there "
                + (known.isEmpty() ? "are none" : "are " + String.join(", ", known)) + ". Nothing was written.");
        return HaltOutcome.REFUSED;
    }

    private HaltOutcome commanded(HaltOptions options, Actor actor, TradingStateReader states)
            throws InterruptedException {
        Meta meta = Meta.first(new MessageId(UUID.randomUUID()), clock.instant());
        SetTradingState command =
                new SetTradingState(meta, options.environment(), actor, TradingState.HALTED, options.reason());
        try (CommandWriter commands = CommandWriter.open(options, KAFKA)) {
            commands.write(command);
        } catch (ExecutionException | KafkaException e) {
            err.println("Kafka at " + options.broker() + " did not confirm the command (" + e.getMessage()
                    + "). It may be written or not: try again.");
            return HaltOutcome.NOT_WRITTEN;
        }
        out.println("HALTED is commanded for " + options.environment() + " by " + actor
                + ". The trader sends no further request once it has read the command.");
        return confirmed(command, states);
    }

    private HaltOutcome confirmed(SetTradingState command, TradingStateReader states) {
        Optional<TradingStateChanged> answer;
        try {
            answer = states.awaitAnswer(command.meta().id(), patience);
        } catch (KafkaException e) {
            answer = Optional.empty();
        }
        if (answer.isPresent()) {
            out.println("Risk has confirmed: " + command.environment() + " is "
                    + answer.get().state() + " since " + answer.get().meta().occurredAt() + ".");
            return HaltOutcome.CONFIRMED;
        }
        out.println("Risk is silent for " + patience.toSeconds() + " s: not confirmed. The trader obeys the command"
                + " without risk; a trader that is down reads it before it opens for work.");
        return HaltOutcome.UNCONFIRMED;
    }
}
