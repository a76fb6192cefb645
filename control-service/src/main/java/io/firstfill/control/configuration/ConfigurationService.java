package io.firstfill.control.configuration;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.value.Actor;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandDispatcher;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.CommandResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Saves configurations: validates a draft, publishes the command, and waits until the ledger has stored the version.
 */
@ApplicationScoped
public class ConfigurationService {
    private final DraftValidator validator;
    private final CommandIds ids;
    private final CommandDispatcher dispatcher;
    private final ControlSettings settings;

    ConfigurationService(
            DraftValidator validator, CommandIds ids, CommandDispatcher dispatcher, ControlSettings settings) {
        this.validator = validator;
        this.ids = ids;
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    /**
     * Saves a new configuration. Its id is derived from the command id, so a repeated key names the same configuration.
     */
    public Uni<SaveOutcome> create(Actor actor, Optional<String> key, ConfigurationDraft draft) {
        return ifValid(draft, (environment, configuration) -> {
            Meta meta = ids.metaFor(SaveConfiguration.class, environment, actor, key);
            ConfigurationId id = ConfigurationId.derivedFrom(meta.id());
            return save(new SaveConfiguration(meta, environment, actor, id, 0, configuration));
        });
    }

    /** Saves a new version that replaces the expected one. A configuration cannot change its environment. */
    public Uni<SaveOutcome> replace(
            Actor actor, Optional<String> key, SavedConfiguration current, int expected, ConfigurationDraft draft) {
        return ifValid(
                draft,
                (environment, configuration) -> environment.equals(current.environment())
                        ? save(new SaveConfiguration(
                                ids.metaFor(SaveConfiguration.class, environment, actor, key),
                                environment,
                                actor,
                                current.configurationId(),
                                expected,
                                configuration))
                        : Uni.createFrom().item(environmentChanged(current)));
    }

    private static SaveOutcome environmentChanged(SavedConfiguration current) {
        Violation violation = new Violation("environment", "must stay " + current.environment());
        return new SaveOutcome.Invalid(List.of(violation));
    }

    private interface Saving {
        Uni<SaveOutcome> save(EnvironmentId environment, Configuration configuration);
    }

    private Uni<SaveOutcome> ifValid(ConfigurationDraft draft, Saving saving) {
        return switch (validator.validate(draft)) {
            case DraftValidator.Result.Valid(var environment, var configuration) ->
                saving.save(environment, configuration);
            case DraftValidator.Result.Invalid(var violations) ->
                Uni.createFrom().item(new SaveOutcome.Invalid(violations));
        };
    }

    private Uni<SaveOutcome> save(SaveConfiguration command) {
        return dispatcher
                .send(command, sameAs(command), settings.answerDeadline())
                .map(result -> outcome(result, command.configuration()));
    }

    private static Predicate<Message> sameAs(SaveConfiguration command) {
        return earlier -> switch (earlier) {
            case SaveConfiguration save ->
                save.configurationId().equals(command.configurationId())
                        && save.expectedVersion() == command.expectedVersion()
                        && save.configuration().equals(command.configuration());
            case ConfigurationSaved saved ->
                saved.configuration().id().equals(command.configurationId())
                        && saved.content().equals(command.configuration());
            default -> earlier instanceof ConfigurationRejected;
        };
    }

    private static SaveOutcome outcome(CommandResult<Message> result, Configuration configuration) {
        return switch (result) {
            case CommandResult.Answered<Message>(ConfigurationSaved saved) ->
                new SaveOutcome.Saved(SavedConfiguration.of(saved));
            case CommandResult.Answered<Message>(ConfigurationRejected rejected) ->
                SaveOutcome.refused(rejected, configuration);
            case CommandResult.Answered<Message>(Message other) ->
                throw new IllegalStateException(other.type() + " does not answer SaveConfiguration");
            case CommandResult.TimedOut<Message> timedOut -> new SaveOutcome.NoAnswer();
            case CommandResult.NotPublished<Message>() -> new SaveOutcome.NotSent();
            case CommandResult.Overloaded<Message>() -> new SaveOutcome.NotSent();
            case CommandResult.KeyReused<Message>() -> new SaveOutcome.KeyReused();
        };
    }
}
