package io.firstfill.control.command;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateEvent;
import io.firstfill.contract.id.MessageId;
import io.firstfill.control.Book;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The commands of the last days and what came of them, by command id: how a repeated idempotency key finds its first
 * answer, also after a restart. Oldest entries fall out, so that it does not grow for ever.
 */
@ApplicationScoped
class CommandBook implements Book {
    private static final int REMEMBERED = 20_000;

    private final RecentEntries<MessageId, Command> commands = new RecentEntries<>(REMEMBERED);
    private final RecentEntries<MessageId, Message> answers = new RecentEntries<>(REMEMBERED);

    /** The command that was given under this id before; when there is none, this one is it from now on. */
    Optional<Command> remember(Command command) {
        return commands.putIfAbsent(command.meta().id(), command);
    }

    /** It never got out: under its id nothing has happened. */
    void forget(MessageId command) {
        commands.remove(command);
    }

    Optional<Command> find(MessageId command) {
        return commands.get(command);
    }

    Optional<Message> answerTo(MessageId command) {
        return answers.get(command);
    }

    @Override
    public void forget() {
        commands.clear();
        answers.clear();
    }

    @Override
    public void learn(Message message) {
        if (message instanceof Command command) {
            commands.putIfAbsent(command.meta().id(), command);
        } else if (isAnswer(message)) {
            MessageId cause = message.meta().causationId();
            if (cause != null) {
                answers.putIfAbsent(cause, message);
            }
        }
    }

    /** A validation may also resume a run: what follows from a command is not always its answer. */
    static boolean isAnswer(Message message) {
        return message instanceof RunStarted
                || message instanceof RunRejected
                || message instanceof ConfigurationSaved
                || message instanceof ConfigurationRejected
                || message instanceof TradingStateEvent
                || message instanceof CredentialEvent;
    }
}
