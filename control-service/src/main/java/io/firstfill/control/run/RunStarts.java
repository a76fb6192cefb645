package io.firstfill.control.run;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.run.RunRejected;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.Dispatch;
import io.firstfill.control.command.Reply;
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
 * Starts runs (US1). Whether another run is active is the ledger's to say; what is checked here is only the gate. A
 * start that was sent before, under the same key, is not checked again: it gets its first answer.
 */
@ApplicationScoped
public class RunStarts {
    private final Environments environments;
    private final ConfigurationBook configurations;
    private final ConfigurationRules rules;
    private final StartGate gate;
    private final CommandIds ids;
    private final Dispatch dispatch;
    private final ControlSettings settings;

    RunStarts(
            Environments environments,
            ConfigurationBook configurations,
            ConfigurationRules rules,
            StartGate gate,
            CommandIds ids,
            Dispatch dispatch,
            ControlSettings settings) {
        this.environments = environments;
        this.configurations = configurations;
        this.rules = rules;
        this.gate = gate;
        this.ids = ids;
        this.dispatch = dispatch;
        this.settings = settings;
    }

    public Uni<StartOutcome> start(Actor actor, Optional<String> key, StartRequest request) {
        EnvironmentId environment = request.environment();
        if (environments.find(environment).isEmpty()) {
            return now(new StartOutcome.UnknownEnvironment());
        }
        Meta meta = ids.name(StartRun.class, environment, actor, key);
        Optional<SavedConfiguration> saved = saved(request);
        if (saved.isEmpty()) {
            return now(new StartOutcome.UnknownConfiguration());
        }
        List<GateItem> failing = dispatch.knows(meta.id()) ? List.of() : failing(saved.get());
        if (!failing.isEmpty()) {
            return now(new StartOutcome.GateClosed(failing));
        }
        return send(command(meta, environment, actor, saved.get().ref()), request);
    }

    /** The deadline is the ledger's as well: what nobody waits for any more must not start. */
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
        return dispatch.ask(command, sameAs(request), settings.startDeadline()).map(RunStarts::outcome);
    }

    private Optional<SavedConfiguration> saved(StartRequest request) {
        Integer version = request.version();
        return (version == null
                        ? configurations.latest(request.configurationId())
                        : configurations.version(request.configurationId(), version))
                .filter(found -> found.environment().equals(request.environment()));
    }

    /** Ceilings may have been lowered since the configuration was saved. */
    private List<GateItem> failing(SavedConfiguration saved) {
        var ceilings = environments.find(saved.environment()).flatMap(target -> target.ceilings());
        Stream<GateItem> outgrown = rules.violations(saved.content(), ceilings).stream()
                .map(broken -> new GateItem(
                        "configuration", false, broken.field() + " " + broken.message() + ": save a new version."));
        return Stream.concat(gate.items(saved.environment()).stream().filter(item -> !item.ok()), outgrown)
                .toList();
    }

    /** A request that names no version agrees with any: the latest may have been another one then. */
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

    private static StartOutcome outcome(Reply<Message> reply) {
        return switch (reply) {
            case Reply.Answered<Message>(RunStarted started) -> new StartOutcome.Started(Run.of(started));
            case Reply.Answered<Message>(RunRejected rejected) -> StartOutcome.refused(rejected);
            case Reply.Answered<Message>(Message other) ->
                throw new IllegalStateException(other.type() + " does not answer StartRun");
            case Reply.Silent<Message>() -> new StartOutcome.NoAnswer();
            case Reply.Unsent<Message>() -> new StartOutcome.NotSent();
            case Reply.Overloaded<Message>() -> new StartOutcome.NotSent();
            case Reply.KeyReused<Message>() -> new StartOutcome.KeyReused();
        };
    }

    private static Uni<StartOutcome> now(StartOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
