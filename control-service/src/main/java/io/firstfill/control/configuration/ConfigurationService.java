package io.firstfill.control.configuration;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.SaveConfiguration;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.Dispatch;
import io.firstfill.control.command.Reply;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes drafts, has the ledger store them. */
@ApplicationScoped
public class ConfigurationService {
    private final Drafting drafting;
    private final CommandIds ids;
    private final Dispatch dispatch;
    private final ControlSettings settings;

    ConfigurationService(Drafting drafting, CommandIds ids, Dispatch dispatch, ControlSettings settings) {
        this.drafting = drafting;
        this.ids = ids;
        this.dispatch = dispatch;
        this.settings = settings;
    }

    /** A new configuration. Its id follows from the command's, so a repeated key names the same one. */
    public Uni<SaveOutcome> create(Actor actor, Optional<String> key, ConfigurationDraft draft) {
        return when(draft, (environment, configuration) -> {
            Meta meta = ids.name(SaveConfiguration.class, environment, actor, key);
            ConfigurationId id = ConfigurationId.derivedFrom(meta.id());
            return save(new SaveConfiguration(meta, environment, actor, id, 0, configuration));
        });
    }

    /** A new version in place of the expected one. A configuration stays in its environment. */
    public Uni<SaveOutcome> replace(
            Actor actor, Optional<String> key, SavedConfiguration current, int expected, ConfigurationDraft draft) {
        return when(
                draft,
                (environment, configuration) -> environment.equals(current.environment())
                        ? save(new SaveConfiguration(
                                ids.name(SaveConfiguration.class, environment, actor, key),
                                environment,
                                actor,
                                current.configurationId(),
                                expected,
                                configuration))
                        : Uni.createFrom().item(moved(current)));
    }

    private static SaveOutcome moved(SavedConfiguration current) {
        Violation stays = new Violation("environment", "must stay " + current.environment());
        return new SaveOutcome.Faulty(List.of(stays));
    }

    private interface Saving {
        Uni<SaveOutcome> save(EnvironmentId environment, Configuration configuration);
    }

    private Uni<SaveOutcome> when(ConfigurationDraft draft, Saving complete) {
        return switch (drafting.read(draft)) {
            case Drafting.Result.Complete(var environment, var configuration) ->
                complete.save(environment, configuration);
            case Drafting.Result.Faulty(var violations) -> Uni.createFrom().item(new SaveOutcome.Faulty(violations));
        };
    }

    private Uni<SaveOutcome> save(SaveConfiguration command) {
        return dispatch.ask(command, sameAs(command), settings.answerDeadline())
                .map(reply -> outcome(reply, command.configuration()));
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

    private static SaveOutcome outcome(Reply<Message> reply, Configuration configuration) {
        return switch (reply) {
            case Reply.Answered<Message>(ConfigurationSaved saved) ->
                new SaveOutcome.Saved(SavedConfiguration.of(saved));
            case Reply.Answered<Message>(ConfigurationRejected rejected) ->
                SaveOutcome.refused(rejected, configuration);
            case Reply.Answered<Message>(Message other) ->
                throw new IllegalStateException(other.type() + " does not answer SaveConfiguration");
            case Reply.Silent<Message>() -> new SaveOutcome.NoAnswer();
            case Reply.Unsent<Message>() -> new SaveOutcome.NotSent();
            case Reply.Overloaded<Message>() -> new SaveOutcome.NotSent();
            case Reply.KeyReused<Message>() -> new SaveOutcome.KeyReused();
        };
    }
}
