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
import org.jspecify.annotations.Nullable;

/**
 * Saves configurations: validates a draft, publishes the command, and waits until the ledger has stored the version.
 */
@ApplicationScoped
public class ConfigurationService {
    private final DraftValidator validator;
    private final ConfigurationWarnings warnings;
    private final CommandIds ids;
    private final CommandDispatcher dispatcher;
    private final ControlSettings settings;

    ConfigurationService(
            DraftValidator validator,
            ConfigurationWarnings warnings,
            CommandIds ids,
            CommandDispatcher dispatcher,
            ControlSettings settings) {
        this.validator = validator;
        this.warnings = warnings;
        this.ids = ids;
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    /**
     * What saving a draft would find.
     *
     * @param violations what must be corrected
     * @param warnings why a run may never buy; empty while something must be corrected
     * @param configuration what would be saved, with its defaults; absent while something must be corrected
     */
    public record DraftCheck(
            boolean valid,
            List<Violation> violations,
            List<Violation> warnings,
            @Nullable Configuration configuration) {}

    /** Checks a draft as saving it would, and saves nothing. */
    public DraftCheck check(ConfigurationDraft draft) {
        return switch (validator.validate(draft)) {
            case DraftValidator.Result.Valid(var environment, var configuration) ->
                new DraftCheck(true, List.of(), warnings.of(environment, configuration), configuration);
            case DraftValidator.Result.Invalid(var violations) -> new DraftCheck(false, violations, List.of(), null);
        };
    }

    /** Returns the configuration with the warnings that hold now. */
    public SavedConfiguration warned(SavedConfiguration saved) {
        return saved.warned(warnings.of(saved.environment(), saved.content()));
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

    /**
     * Saves a new version that replaces the expected one. A configuration cannot change its environment, and an
     * archived one does not change at all.
     */
    public Uni<SaveOutcome> replace(
            Actor actor, Optional<String> key, SavedConfiguration current, int expected, ConfigurationDraft draft) {
        if (current.archived()) {
            return Uni.createFrom().item(new SaveOutcome.Archived());
        }
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
