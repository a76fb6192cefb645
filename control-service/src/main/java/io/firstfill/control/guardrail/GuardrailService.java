package io.firstfill.control.guardrail;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.cap.CapsReported;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.ResetBreaker;
import io.firstfill.contract.command.SetGuardrails;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.run.GuardrailsChanged;
import io.firstfill.contract.run.GuardrailsRejected;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandDispatcher;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.CommandResult;
import io.firstfill.control.configuration.ConfigurationBook;
import io.firstfill.control.configuration.SavedConfiguration;
import io.firstfill.service.environment.EnvironmentSettings.Ceilings;
import io.firstfill.service.environment.Environments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Sets guardrails and resets circuit breakers: publishes the command and waits for the answer of risk-service. Neither
 * needs the ledger.
 */
@ApplicationScoped
public class GuardrailService {
    private final Environments environments;
    private final CapBook caps;
    private final ConfigurationBook configurations;
    private final CommandIds ids;
    private final CommandDispatcher dispatcher;
    private final ControlSettings settings;

    GuardrailService(
            Environments environments,
            CapBook caps,
            ConfigurationBook configurations,
            CommandIds ids,
            CommandDispatcher dispatcher,
            ControlSettings settings) {
        this.environments = environments;
        this.caps = caps;
        this.configurations = configurations;
        this.ids = ids;
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    public GuardrailsStatus status(EnvironmentId environment) {
        return status(environment, caps.guardrails(environment));
    }

    private GuardrailsStatus status(EnvironmentId environment, Optional<GuardrailsChanged> latest) {
        Guardrails guardrails = latest.map(GuardrailsChanged::guardrails).orElse(Guardrails.NONE);
        Map<String, Amount> amounts = configurations.all().stream()
                .filter(saved -> saved.environment().equals(environment))
                .map(SavedConfiguration::content)
                .collect(Collectors.toMap(it -> it.name(), it -> it.quoteAmount(), (one, other) -> other));
        var uses = caps.report(environment).map(CapsReported::uses).orElse(List.of());
        return GuardrailsStatus.of(
                environment, latest, ceilings(environment), GuardrailWarnings.of(guardrails, amounts, uses));
    }

    /** Replaces the guardrails of the expected version, 0 for the first. */
    public Uni<GuardrailOutcome> set(
            EnvironmentId environment, int expected, GuardrailsDraft draft, Actor actor, Optional<String> key) {
        return switch (GuardrailsValidator.validate(draft, ceilings(environment))) {
            case GuardrailsValidator.Result.Invalid(var violations) -> now(new GuardrailOutcome.Invalid(violations));
            case GuardrailsValidator.Result.Valid(var guardrails) -> {
                var meta = ids.metaFor(SetGuardrails.class, environment, actor, key);
                yield send(
                        new SetGuardrails(
                                meta,
                                environment,
                                actor,
                                expected,
                                guardrails,
                                draft.reason(),
                                loosens(environment, expected, guardrails) ? deadline(meta) : null),
                        earlier -> isSame(earlier, expected, guardrails, draft.reason()));
            }
        };
    }

    /** Also true where it is not known which limits are replaced. */
    private boolean loosens(EnvironmentId environment, int expected, Guardrails guardrails) {
        Optional<GuardrailsChanged> current = caps.guardrails(environment);
        return current.map(GuardrailsChanged::version).orElse(0) != expected
                || Loosening.of(current.map(GuardrailsChanged::guardrails).orElse(Guardrails.NONE), guardrails);
    }

    private Instant deadline(Meta meta) {
        return meta.occurredAt().plus(settings.answerDeadline());
    }

    private static boolean isSame(Message earlier, int expected, Guardrails guardrails, String reason) {
        return switch (earlier) {
            case SetGuardrails set ->
                set.expectedVersion() == expected
                        && set.guardrails().equals(guardrails)
                        && set.reason().equals(reason);
            case GuardrailsChanged changed ->
                changed.version() == expected + 1 && changed.guardrails().equals(guardrails);
            default -> earlier instanceof GuardrailsRejected;
        };
    }

    /** Resets a circuit breaker that has tripped. */
    public Uni<GuardrailOutcome> reset(
            EnvironmentId environment, Cap breaker, String reason, Actor actor, Optional<String> key) {
        var meta = ids.metaFor(ResetBreaker.class, environment, actor, key);
        if (!caps.isTripped(environment, breaker) && !dispatcher.contains(meta.id())) {
            return now(new GuardrailOutcome.NotTripped());
        }
        return send(
                new ResetBreaker(meta, environment, actor, breaker, reason, deadline(meta)),
                earlier -> switch (earlier) {
                    case ResetBreaker reset ->
                        reset.cap() == breaker && reset.reason().equals(reason);
                    case CapCleared cleared -> cleared.cap() == breaker;
                    default -> earlier instanceof GuardrailsRejected;
                });
    }

    private Uni<GuardrailOutcome> send(Command command, Predicate<Message> same) {
        return dispatcher.mayPublish(command)
                ? dispatcher
                        .send(command, same, settings.answerDeadline())
                        .map(result -> outcome(result, command.deadline() != null))
                : now(new GuardrailOutcome.NotYetKnown());
    }

    /** @param expires whether risk will not obey the command later */
    private GuardrailOutcome outcome(CommandResult<Message> result, boolean expires) {
        return switch (result) {
            case CommandResult.Answered<Message>(GuardrailsChanged changed) ->
                new GuardrailOutcome.Changed(status(changed.environment(), Optional.of(changed)));
            case CommandResult.Answered<Message>(GuardrailsRejected rejected) -> refused(rejected);
            case CommandResult.Answered<Message>(CapCleared cleared) -> new GuardrailOutcome.Reset();
            case CommandResult.Answered<Message>(Message other) ->
                throw new IllegalStateException(other.type() + " answers no command about guardrails");
            case CommandResult.TimedOut<Message>(boolean recorded) -> {
                GuardrailOutcome unconfirmed =
                        expires ? new GuardrailOutcome.NoAnswer() : new GuardrailOutcome.Recorded();
                yield recorded ? unconfirmed : new GuardrailOutcome.NotAcknowledged();
            }
            case CommandResult.NotPublished<Message>() -> new GuardrailOutcome.NotSent();
            case CommandResult.Overloaded<Message>() -> new GuardrailOutcome.NotSent();
            case CommandResult.KeyReused<Message>() -> new GuardrailOutcome.KeyReused();
        };
    }

    private static GuardrailOutcome refused(GuardrailsRejected rejected) {
        return switch (rejected.reason()) {
            case VERSION_CONFLICT -> new GuardrailOutcome.VersionConflict(rejected.currentVersion());
            case ABOVE_CEILING -> new GuardrailOutcome.AboveCeiling(rejected.detail());
            case NOT_TRIPPED -> new GuardrailOutcome.NotTripped();
            case EXPIRED -> new GuardrailOutcome.NoAnswer();
        };
    }

    private Guardrails ceilings(EnvironmentId environment) {
        return environments
                .find(environment)
                .flatMap(target -> target.ceilings())
                .map(GuardrailService::limits)
                .orElse(Guardrails.NONE);
    }

    private static Guardrails limits(Ceilings most) {
        return new Guardrails(
                most.tradesPerHour(),
                new Amount(most.spend()),
                most.spendPerDay().map(Amount::new).orElse(null),
                most.concurrentListings().orElse(null),
                most.openPositions().orElse(null),
                most.lossPerDay().map(Amount::new).orElse(null),
                most.consecutiveFailures().orElse(null));
    }

    private static Uni<GuardrailOutcome> now(GuardrailOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
