package io.firstfill.control.command;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.id.MessageId;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.Reply.Answered;
import io.firstfill.control.command.Reply.KeyReused;
import io.firstfill.control.command.Reply.Overloaded;
import io.firstfill.control.command.Reply.Silent;
import io.firstfill.control.command.Reply.Unsent;
import io.firstfill.service.kafka.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Sends a command and waits for what comes of it. A command is sent once: the same id again waits with the first
 * caller, or gets the answer that was already given.
 */
@ApplicationScoped
public class Dispatch {
    private static final Logger LOG = Logger.getLogger(Dispatch.class);

    private final Outbox outbox;
    private final CommandBook book;
    private final Waiting<MessageId, Message> answers;

    Dispatch(Outbox outbox, CommandBook book, ControlSettings settings) {
        this.outbox = outbox;
        this.book = book;
        this.answers = new Waiting<>(settings.waitingLimit());
    }

    /** Whether a command with this id was sent or answered before, here or before a restart. */
    public boolean knows(MessageId command) {
        return book.find(command).isPresent() || book.answerTo(command).isPresent();
    }

    /**
     * @param same whether an earlier command with this id, or the answer to it, is of the same request
     */
    public Uni<Reply<Message>> ask(Command command, Predicate<Message> same, Duration deadline) {
        MessageId id = command.meta().id();
        return answers.take(id)
                .map(place ->
                        send(command, same, place, deadline).onTermination().invoke(place::close))
                .orElseGet(() -> Uni.createFrom().item(new Overloaded<>()));
    }

    /** For commands whose end is told of something else than the command, such as a run that stopped. */
    public <K, A> Uni<Reply<A>> sendAndAwait(
            Command command, Predicate<Message> same, Waiting.Place<K, A> place, Duration deadline) {
        Optional<Command> earlier = book.remember(command);
        if (earlier.filter(same.negate()).isPresent()) {
            return Uni.createFrom().item(new KeyReused<>());
        }
        Uni<Reply<A>> silence = Uni.createFrom().item(new Silent<>());
        Uni<Reply<A>> answer = place.value().map(Answered::new);
        return (earlier.isPresent() ? answer : firstOf(answer, unsent(command)))
                .ifNoItem()
                .after(deadline)
                .recoverWithUni(silence);
    }

    /** An answer may have been given before this caller came. */
    private Uni<Reply<Message>> send(
            Command command, Predicate<Message> same, Waiting.Place<MessageId, Message> place, Duration deadline) {
        Optional<Message> given = book.answerTo(command.meta().id());
        if (given.isEmpty()) {
            return sendAndAwait(command, same, place, deadline);
        }
        Optional<Command> earlier = book.find(command.meta().id());
        boolean agrees = same.test(earlier.<Message>map(it -> it).orElse(given.get()));
        return Uni.createFrom().item(agrees ? new Answered<>(given.get()) : new KeyReused<>());
    }

    private static <A> Uni<Reply<A>> firstOf(Uni<Reply<A>> answer, Uni<Reply<A>> unsent) {
        return Uni.combine().any().of(answer, unsent);
    }

    /** Tells only of failure. The failure is noted even when nobody waits any more: the id is then free again. */
    private <A> Uni<Reply<A>> unsent(Command command) {
        MessageId id = command.meta().id();
        Uni<Void> published = outbox.publish(command).onFailure().invoke(failure -> {
            LOG.errorf(failure, "Command not published: %s %s", command.type(), id);
            book.forget(id);
        });
        Uni<Void> once = published.memoize().indefinitely();
        once.subscribe().with(ignored -> {}, failure -> {});
        Uni<Reply<A>> never = Uni.createFrom().nothing();
        return once.<Reply<A>>chain(() -> never).onFailure().recoverWithItem(new Unsent<>());
    }

    /** What the inbox tells. */
    public void told(Message message) {
        MessageId cause = message.meta().causationId();
        if (cause != null && CommandBook.isAnswer(message)) {
            answers.arrived(cause, message);
        }
    }
}
