package io.firstfill.control.command;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.exit.ExitCause;
import io.firstfill.contract.exit.ExitEvent;
import io.firstfill.contract.exit.ExitPlanned;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingEvidenceWithdrawn;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.run.ApplyRejected;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateEvent;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.control.Book;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The latest commands and their answers, by command id. A repeated idempotency key finds its first answer here, also
 * after a restart. The oldest entries are dropped, so that the book does not grow for ever.
 */
@ApplicationScoped
class CommandBook implements Book {
    private static final int LIMIT = 20_000;

    private final RecentEntries<MessageId, Command> commands = new RecentEntries<>(LIMIT);
    private final RecentEntries<MessageId, Message> answers = new RecentEntries<>(LIMIT);

    /** Returns the command recorded under this id before; records this command when there is none. */
    Optional<Command> recordIfAbsent(Command command) {
        return commands.putIfAbsent(command.meta().id(), command);
    }

    /** Removes a command that was not published: its id is free again. */
    void remove(MessageId command) {
        commands.remove(command);
    }

    Optional<Command> find(MessageId command) {
        return commands.get(command);
    }

    Optional<Message> answerTo(MessageId command) {
        return answers.get(command);
    }

    @Override
    public void reset() {
        commands.clear();
        answers.clear();
    }

    @Override
    public void apply(Message message) {
        if (message instanceof Command command) {
            commands.putIfAbsent(command.meta().id(), command);
        } else if (isAnswer(message)) {
            MessageId cause = message.meta().causationId();
            if (cause != null) {
                answers.putIfAbsent(cause, message);
            }
        }
    }

    private static boolean isAnswer(ListingEvent event) {
        return event instanceof ListingTermsChanged
                || event instanceof ListingEvidenceWithdrawn
                || event instanceof ListingWithdrawn
                || (event instanceof ListingAnnounced announced && announced.source() == ListingSource.OPERATOR);
    }

    private static boolean isAnswer(ExitEvent event) {
        return switch (event) {
            case ExitPlanned planned -> planned.by() != null;
            case ExitTriggered exit ->
                exit.cause() == ExitCause.CLOSED_BY_HAND || exit.cause() == ExitCause.SELL_EVERYTHING;
            default -> false;
        };
    }

    /**
     * Returns whether a message of this type answers the command that caused it. Not every effect of a command is its
     * answer: a validation may also resume a run.
     */
    static boolean isAnswer(Message message) {
        return message instanceof RunStarted
                || message instanceof RunRejected
                || message instanceof ConfigurationSaved
                || message instanceof ConfigurationRejected
                || message instanceof ConfigurationArchived
                || message instanceof ConfigurationApplied
                || message instanceof ApplyRejected
                || message instanceof GuardrailsChanged
                || message instanceof GuardrailsRejected
                || (message instanceof CapCleared cleared && cleared.resetBy() != null)
                || message instanceof TradingStateEvent
                || (message instanceof ExitEvent event && isAnswer(event))
                || (message instanceof ListingEvent event && isAnswer(event))
                || message instanceof CredentialEvent;
    }
}
