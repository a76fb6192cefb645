package io.firstfill.control.command;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.id.MessageId;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandResult.Answered;
import io.firstfill.control.command.CommandResult.KeyReused;
import io.firstfill.control.command.CommandResult.NotPublished;
import io.firstfill.control.command.CommandResult.Overloaded;
import io.firstfill.control.command.CommandResult.TimedOut;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Publishes a command and waits for its result. A command is published once: a second caller with the same id waits
 * with the first one, or gets the answer that was already given.
 */
@ApplicationScoped
public class CommandDispatcher {
    private static final Logger LOG = Logger.getLogger(CommandDispatcher.class);

    private final Outbox outbox;
    private final CommandBook book;
    private final RecordCheck records;
    private final PendingAnswers<MessageId, Message> answers;

    CommandDispatcher(Outbox outbox, CommandBook book, RecordCheck records, ControlSettings settings) {
        this.outbox = outbox;
        this.records = records;
        this.book = book;
        this.answers = new PendingAnswers<>(settings.waitingLimit());
    }

    /** Returns whether a command with this id was published or answered before, also before a restart. */
    public boolean contains(MessageId command) {
        return book.find(command).isPresent() || book.answerTo(command).isPresent();
    }

    /** Returns the command that was published with this id before. */
    public Optional<Command> earlier(MessageId command) {
        return book.find(command);
    }

    /** Returns whether every service of this deployment knows commands of this type. */
    public boolean mayPublish(Command command) {
        return records.mayWrite(command);
    }

    /**
     * Publishes a command at once and waits for its answer, also above the limit of waiting callers: the caller waits
     * longer then, but the command does not. For commands that only tighten.
     */
    public Uni<CommandResult<Message>> sendUnlimited(Command command, Predicate<Message> same, Duration deadline) {
        return send(
                command,
                same,
                deadline,
                answers.registerUnlimited(command.meta().id()));
    }

    /**
     * Publishes a command and waits for the answer that the command causes.
     *
     * @param same whether an earlier command with this id, or the answer to that command, is of the same request
     */
    public Uni<CommandResult<Message>> send(Command command, Predicate<Message> same, Duration deadline) {
        return answers.register(command.meta().id())
                .map(slot -> send(command, same, deadline, slot))
                .orElseGet(() -> Uni.createFrom().item(new Overloaded<>()));
    }

    private Uni<CommandResult<Message>> send(
            Command command, Predicate<Message> same, Duration deadline, PendingAnswers.Slot<MessageId, Message> slot) {
        return sendOrReuse(command, same, slot, deadline).onTermination().invoke(slot::close);
    }

    /**
     * Publishes a command whose end is published for another key than the command's id, such as the run that stopped.
     *
     * @return fails with {@link UnrecordableCommandException} when no service could read the command
     */
    public <K, A> Uni<CommandResult<A>> sendAndAwait(
            Command command, Predicate<Message> same, PendingAnswers.Slot<K, A> slot, Duration deadline) {
        Optional<UnrecordableCommandException> unrecordable = records.failure(command);
        if (unrecordable.isPresent()) {
            return Uni.createFrom().failure(unrecordable.get());
        }
        Optional<Command> earlier = book.recordIfAbsent(command);
        if (earlier.filter(same.negate()).isPresent()) {
            return Uni.createFrom().item(new KeyReused<>());
        }
        AtomicBoolean recorded = new AtomicBoolean(earlier.isPresent());
        Uni<CommandResult<A>> answer = slot.value().map(Answered::new);
        return (earlier.isPresent() ? answer : firstOf(answer, publishFailure(command, recorded)))
                .ifNoItem()
                .after(deadline)
                .recoverWithItem(() -> new TimedOut<>(recorded.get()));
    }

    /** Returns the answer that was given before this caller came; publishes the command when there is none. */
    private Uni<CommandResult<Message>> sendOrReuse(
            Command command, Predicate<Message> same, PendingAnswers.Slot<MessageId, Message> slot, Duration deadline) {
        Optional<Message> earlierAnswer = book.answerTo(command.meta().id());
        if (earlierAnswer.isEmpty()) {
            return sendAndAwait(command, same, slot, deadline);
        }
        Optional<Command> earlier = book.find(command.meta().id());
        boolean agrees = same.test(earlier.<Message>map(it -> it).orElse(earlierAnswer.get()));
        return Uni.createFrom().item(agrees ? new Answered<>(earlierAnswer.get()) : new KeyReused<>());
    }

    private static <A> Uni<CommandResult<A>> firstOf(Uni<CommandResult<A>> answer, Uni<CommandResult<A>> failure) {
        return Uni.combine().any().of(answer, failure);
    }

    /**
     * Publishes the command; the result completes only with a failure. The failure is recorded also when no caller
     * waits any more, so that the id is free again.
     */
    private <A> Uni<CommandResult<A>> publishFailure(Command command, AtomicBoolean recorded) {
        MessageId id = command.meta().id();
        Uni<Void> published = Uni.createFrom()
                .deferred(() -> outbox.publish(command))
                .onFailure()
                .invoke(failure -> {
                    LOG.errorf(failure, "Command not published: %s %s", command.type(), id);
                    book.remove(id);
                });
        Uni<Void> once = published.memoize().indefinitely();
        once.subscribe().with(done -> recorded.set(true), failure -> {});
        Uni<CommandResult<A>> never = Uni.createFrom().nothing();
        return once.<CommandResult<A>>chain(() -> never).onFailure().recoverWithItem(new NotPublished<>());
    }

    /** Completes the callers that wait for this message. Called after the books have applied the message. */
    public void received(Message message) {
        MessageId cause = message.meta().causationId();
        if (cause != null && CommandBook.isAnswer(message)) {
            answers.complete(cause, message);
        }
    }
}
