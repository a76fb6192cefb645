package io.firstfill.control.intervention;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.SettleOrder;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandDispatcher;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.CommandResult;
import io.firstfill.control.command.PendingAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Sends the commands with which a person ends what no service can end alone. A command is sent only while the alert
 * about its subject is open, and its caller waits until the alert has ended. It needs no particular service: trader and
 * risk act on it without the ledger.
 */
@ApplicationScoped
public class Interventions {
    private final OpenSubjects open;
    private final CommandIds ids;
    private final CommandDispatcher dispatcher;
    private final ControlSettings settings;
    private final PendingAnswers<Subject, Message> pending;

    Interventions(OpenSubjects open, CommandIds ids, CommandDispatcher dispatcher, ControlSettings settings) {
        this.open = open;
        this.ids = ids;
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.pending = new PendingAnswers<>(settings.waitingLimit());
    }

    /** What an intervention ends: the place of a record, or the id of an order. */
    private record Subject(EnvironmentId environment, String name) {}

    /** Who intervenes, and why. */
    public record Person(Actor actor, Optional<String> key, String reason) {}

    /** Lets the environment go on past a record that could not be processed. */
    public Uni<InterventionOutcome> acknowledge(EnvironmentId environment, RecordPlace place, Person person) {
        Meta meta = ids.metaFor(AcknowledgeRecord.class, environment, person.actor(), person.key());
        return send(
                new AcknowledgeRecord(meta, environment, person.actor(), place, person.reason()),
                place.toString(),
                () -> open.isRecordOpen(environment, place));
    }

    /** Ends an order in doubt with what a person knows about it. */
    public Uni<InterventionOutcome> settle(
            EnvironmentId environment, ClientOrderId order, Quantity quantity, Amount quote, Person person) {
        Meta meta = ids.metaFor(SettleOrder.class, environment, person.actor(), person.key());
        return send(
                new SettleOrder(meta, environment, person.actor(), order, quantity, quote, person.reason()),
                order.value(),
                () -> open.isOrderOpen(environment, order));
    }

    /**
     * Completes the callers whose subject is over. Called after the books have applied the message: an alert of one
     * service may end before that of another.
     */
    public void received(Message message) {
        switch (message) {
            case RecordAcknowledged event ->
                complete(event.environment(), event.place().toString(), event);
            case AlertCleared cleared -> {
                String name = cleared.subject().substring(cleared.subject().indexOf(' ') + 1);
                if (!open.isOpen(cleared.environment(), name)) {
                    complete(cleared.environment(), name, cleared);
                }
            }
            default -> {
                // A message that ends nothing.
            }
        }
    }

    private void complete(EnvironmentId environment, String name, Message message) {
        pending.complete(new Subject(environment, name), message);
    }

    private Uni<InterventionOutcome> send(Command command, String subject, BooleanSupplier isOpen) {
        Optional<Command> earlier = dispatcher.earlier(command.meta().id());
        if (!dispatcher.mayPublish(command)) {
            return now(new InterventionOutcome.NotYetKnown());
        }
        if (!isOpen.getAsBoolean()) {
            return now(earlier.map(first -> repeated(first, command)).orElseGet(InterventionOutcome.NothingOpen::new));
        }
        return pending.register(new Subject(command.environment(), subject))
                .map(slot -> dispatcher
                        .sendAndAwait(command, first -> isSame(first, command), slot, settings.answerDeadline())
                        .onTermination()
                        .invoke(slot::close))
                .orElseGet(() -> Uni.createFrom().item(new CommandResult.Overloaded<>()))
                .map(result -> outcome(result, isOpen));
    }

    /** The alert may have ended without a message of ours, as when the ledger's report says so. */
    private static InterventionOutcome outcome(CommandResult<Message> result, BooleanSupplier isOpen) {
        return switch (result) {
            case CommandResult.Answered<Message> answered -> new InterventionOutcome.Done();
            case CommandResult.TimedOut<Message>(boolean recorded) ->
                !recorded
                        ? new InterventionOutcome.NotSent()
                        : isOpen.getAsBoolean() ? new InterventionOutcome.Recorded() : new InterventionOutcome.Done();
            case CommandResult.NotPublished<Message> failed -> new InterventionOutcome.NotSent();
            case CommandResult.Overloaded<Message> overloaded -> new InterventionOutcome.NotSent();
            case CommandResult.KeyReused<Message> reused -> new InterventionOutcome.KeyReused();
        };
    }

    private static InterventionOutcome repeated(Command first, Command command) {
        return isSame(first, command) ? new InterventionOutcome.Done() : new InterventionOutcome.KeyReused();
    }

    private static boolean isSame(Message first, Command command) {
        return switch (command) {
            case AcknowledgeRecord wanted
            when first instanceof AcknowledgeRecord earlier ->
                earlier.place().equals(wanted.place()) && earlier.reason().equals(wanted.reason());
            case SettleOrder wanted
            when first instanceof SettleOrder earlier ->
                earlier.clientOrderId().equals(wanted.clientOrderId())
                        && earlier.executedQuantity().equals(wanted.executedQuantity())
                        && earlier.executedQuote().equals(wanted.executedQuote())
                        && earlier.reason().equals(wanted.reason());
            default -> false;
        };
    }

    private static Uni<InterventionOutcome> now(InterventionOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
