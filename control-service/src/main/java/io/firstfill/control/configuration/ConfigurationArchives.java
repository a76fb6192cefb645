package io.firstfill.control.configuration;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.ArchiveConfiguration;
import io.firstfill.contract.run.ConfigurationArchived;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationRejection;
import io.firstfill.contract.value.Actor;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandDispatcher;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.CommandResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Predicate;

/** Archives configurations and brings them back: publishes the command and waits until the ledger has decided. */
@ApplicationScoped
public class ConfigurationArchives {
    private final ConfigurationBook book;
    private final CommandIds ids;
    private final CommandDispatcher dispatcher;
    private final ControlSettings settings;

    ConfigurationArchives(
            ConfigurationBook book, CommandIds ids, CommandDispatcher dispatcher, ControlSettings settings) {
        this.book = book;
        this.ids = ids;
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    /** Who archives, under which idempotency key, and why. */
    public record Person(Actor actor, Optional<String> key, String reason) {}

    /** @param archived false brings the configuration back */
    public Uni<ArchiveOutcome> set(SavedConfiguration current, boolean archived, Person person) {
        var meta = ids.metaFor(ArchiveConfiguration.class, current.environment(), person.actor(), person.key());
        var command = new ArchiveConfiguration(
                meta,
                current.environment(),
                person.actor(),
                current.configurationId(),
                archived,
                person.reason(),
                meta.occurredAt().plus(settings.answerDeadline()));
        return dispatcher.mayPublish(command)
                ? dispatcher
                        .send(command, sameAs(command), settings.answerDeadline())
                        .map(result -> outcome(result, current))
                : Uni.createFrom().item(new ArchiveOutcome.NotYetKnown());
    }

    private static Predicate<Message> sameAs(ArchiveConfiguration command) {
        return earlier -> switch (earlier) {
            case ArchiveConfiguration first ->
                first.configurationId().equals(command.configurationId())
                        && first.archived() == command.archived()
                        && first.reason().equals(command.reason());
            case ConfigurationArchived done ->
                done.configurationId().equals(command.configurationId())
                        && done.archived() == command.archived()
                        && done.reason().equals(command.reason());
            default -> earlier instanceof ConfigurationRejected;
        };
    }

    private ArchiveOutcome outcome(CommandResult<Message> result, SavedConfiguration current) {
        return switch (result) {
            case CommandResult.Answered<Message>(ConfigurationArchived done) ->
                new ArchiveOutcome.Done(
                        book.latest(current.configurationId()).orElse(current).with(done));
            case CommandResult.Answered<Message>(ConfigurationRejected rejected) ->
                rejected.reason() == ConfigurationRejection.EXPIRED
                        ? new ArchiveOutcome.NoAnswer()
                        : new ArchiveOutcome.Unknown();
            case CommandResult.Answered<Message>(Message other) ->
                throw new IllegalStateException(other.type() + " does not answer ArchiveConfiguration");
            case CommandResult.TimedOut<Message> timedOut -> new ArchiveOutcome.NoAnswer();
            case CommandResult.NotPublished<Message>() -> new ArchiveOutcome.NotSent();
            case CommandResult.Overloaded<Message>() -> new ArchiveOutcome.NotSent();
            case CommandResult.KeyReused<Message>() -> new ArchiveOutcome.KeyReused();
        };
    }
}
