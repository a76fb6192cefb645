package io.firstfill.control.run;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.Actor;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandDispatcher;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.CommandResult;
import io.firstfill.control.configuration.ConfigurationBook;
import io.firstfill.control.configuration.ConfigurationRules;
import io.firstfill.control.configuration.SavedConfiguration;
import io.firstfill.control.readiness.GateItem;
import io.firstfill.control.readiness.StartGate;
import io.firstfill.service.environment.Environments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Starts runs (US1). The ledger decides whether another run is active; control checks only the start-up gate. A start
 * that was published before under the same key is not checked again: it gets its first answer.
 */
@ApplicationScoped
public class RunStarts {
    /** The item of the gate that an archived configuration fails. */
    static final GateItem ARCHIVED = new GateItem(
            "configuration", false, "The configuration is archived: bring it back, or start with another one.");

    private final Environments environments;
    private final ConfigurationBook configurations;
    private final ConfigurationRules rules;
    private final StartGate gate;
    private final CommandIds ids;
    private final CommandDispatcher dispatcher;
    private final ControlSettings settings;
    private final FirstDecisions decisions;

    RunStarts(
            Environments environments,
            ConfigurationBook configurations,
            ConfigurationRules rules,
            StartGate gate,
            CommandIds ids,
            CommandDispatcher dispatcher,
            ControlSettings settings,
            FirstDecisions decisions) {
        this.environments = environments;
        this.configurations = configurations;
        this.rules = rules;
        this.gate = gate;
        this.ids = ids;
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.decisions = decisions;
    }

    public Uni<StartOutcome> start(Actor actor, Optional<String> key, StartRequest request) {
        EnvironmentId environment = request.environment();
        if (environments.find(environment).isEmpty()) {
            return now(new StartOutcome.UnknownEnvironment());
        }
        Meta meta = ids.metaFor(StartRun.class, environment, actor, key);
        Optional<SavedConfiguration> saved = saved(request);
        if (saved.isEmpty()) {
            return now(new StartOutcome.UnknownConfiguration());
        }
        List<GateItem> failing = dispatcher.contains(meta.id()) ? List.of() : failing(saved.get());
        if (!failing.isEmpty()) {
            return now(new StartOutcome.GateClosed(failing));
        }
        return send(command(meta, environment, actor, saved.get().ref()), request);
    }

    /** The deadline also binds the ledger: a run whose caller no longer waits must not start. */
    private StartRun command(Meta meta, EnvironmentId environment, Actor actor, ConfigurationRef configuration) {
        return new StartRun(
                meta,
                environment,
                actor,
                RunId.derivedFrom(meta.id()),
                configuration,
                meta.occurredAt().plus(settings.startDeadline()));
    }

    private Uni<StartOutcome> send(StartRun command, StartRequest request) {
        return dispatcher
                .send(command, sameAs(request), settings.startDeadline())
                .map(RunStarts::outcome)
                .chain(this::withCaps);
    }

    private Uni<StartOutcome> withCaps(StartOutcome outcome) {
        return outcome instanceof StartOutcome.Started(var run)
                ? decisions.await(run).map(StartOutcome.Started::new)
                : now(outcome);
    }

    private Optional<SavedConfiguration> saved(StartRequest request) {
        Integer version = request.version();
        return (version == null
                        ? configurations.latest(request.configurationId())
                        : configurations.version(request.configurationId(), version))
                .filter(found -> found.environment().equals(request.environment()));
    }

    /**
     * Returns the conditions that fail. Ceilings are checked again: they may have been lowered since the version was
     * saved.
     */
    private List<GateItem> failing(SavedConfiguration saved) {
        var ceilings = environments.find(saved.environment()).flatMap(target -> target.ceilings());
        Stream<GateItem> aboveCeilings = rules.violations(saved.content(), ceilings).stream()
                .map(violation -> new GateItem(
                        "configuration",
                        false,
                        violation.field() + " " + violation.message() + ": save a new version."));
        Stream<GateItem> archived = saved.archived() ? Stream.of(ARCHIVED) : Stream.of();
        Stream<GateItem> gated =
                gate.items(saved.environment(), saved.content()).stream().filter(item -> !item.ok());
        return Stream.of(gated, archived, aboveCeilings).flatMap(items -> items).toList();
    }

    /**
     * A request that names no version agrees with any version: the latest one may have been another when it was first
     * sent.
     */
    private static Predicate<Message> sameAs(StartRequest request) {
        return earlier -> switch (earlier) {
            case StartRun start -> agrees(request, start.configuration());
            case RunStarted started -> agrees(request, started.configuration());
            default -> true;
        };
    }

    private static boolean agrees(StartRequest request, ConfigurationRef earlier) {
        Integer version = request.version();
        return earlier.id().equals(request.configurationId()) && (version == null || version == earlier.version());
    }

    private static StartOutcome outcome(CommandResult<Message> result) {
        return switch (result) {
            case CommandResult.Answered<Message>(RunStarted started) -> new StartOutcome.Started(Run.of(started));
            case CommandResult.Answered<Message>(RunRejected rejected) -> StartOutcome.refused(rejected);
            case CommandResult.Answered<Message>(Message other) ->
                throw new IllegalStateException(other.type() + " does not answer StartRun");
            case CommandResult.TimedOut<Message> timedOut -> new StartOutcome.NoAnswer();
            case CommandResult.NotPublished<Message>() -> new StartOutcome.NotSent();
            case CommandResult.Overloaded<Message>() -> new StartOutcome.NotSent();
            case CommandResult.KeyReused<Message>() -> new StartOutcome.KeyReused();
        };
    }

    private static Uni<StartOutcome> now(StartOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
