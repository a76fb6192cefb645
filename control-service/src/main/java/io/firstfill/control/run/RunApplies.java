package io.firstfill.control.run;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.ApplyRejected;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.value.Actor;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandDispatcher;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.CommandResult;
import io.firstfill.control.configuration.ConfigurationBook;
import io.firstfill.control.configuration.ConfigurationComparison;
import io.firstfill.control.configuration.ConfigurationRules;
import io.firstfill.control.configuration.SavedConfiguration;
import io.firstfill.control.configuration.Violation;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.json.FieldDifference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies another version of its configuration to a running run. The ledger decides; control refuses at once what the
 * ledger would refuse, and what breaks a rule of today. A request that was published before under the same key is not
 * checked again: it gets its first answer.
 */
@ApplicationScoped
public class RunApplies {
    private final RunBook runs;
    private final Environments environments;
    private final ConfigurationBook configurations;
    private final ConfigurationRules rules;
    private final ConfigurationComparison comparison;
    private final CommandIds ids;
    private final CommandDispatcher dispatcher;
    private final ControlSettings settings;

    RunApplies(
            RunBook runs,
            Environments environments,
            ConfigurationBook configurations,
            ConfigurationRules rules,
            ConfigurationComparison comparison,
            CommandIds ids,
            CommandDispatcher dispatcher,
            ControlSettings settings) {
        this.runs = runs;
        this.environments = environments;
        this.configurations = configurations;
        this.rules = rules;
        this.comparison = comparison;
        this.ids = ids;
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    /** Who applies the version, under which idempotency key, and why. */
    public record Person(Actor actor, Optional<String> key, String reason) {}

    /** @param expected the version that the run must use; empty where any will do */
    public Uni<ApplyOutcome> apply(RunId id, int version, Optional<Integer> expected, Person person) {
        return runs.find(id)
                .map(run -> apply(command(run, version, expected, person), run))
                .orElseGet(() -> Uni.createFrom().item(new ApplyOutcome.UnknownRun()));
    }

    /** The deadline also binds the ledger: what the caller was told is not applied must not be applied later. */
    private ApplyConfiguration command(Run run, int version, Optional<Integer> expected, Person person) {
        Meta meta = ids.metaFor(ApplyConfiguration.class, run.environment(), person.actor(), person.key());
        ConfigurationRef wanted = new ConfigurationRef(run.configuration().id(), version);
        return new ApplyConfiguration(
                meta,
                run.environment(),
                person.actor(),
                run.runId(),
                wanted,
                person.reason(),
                expected.orElse(null),
                meta.occurredAt().plus(settings.answerDeadline()));
    }

    private Uni<ApplyOutcome> apply(ApplyConfiguration command, Run run) {
        Optional<ApplyOutcome> refused =
                dispatcher.contains(command.meta().id()) ? Optional.empty() : refusal(command, run);
        return refused.map(outcome -> Uni.createFrom().item(outcome))
                .orElseGet(() -> dispatcher
                        .send(command, sameAs(command), settings.answerDeadline())
                        .map(result -> outcome(result, run)));
    }

    private Optional<ApplyOutcome> refusal(ApplyConfiguration command, Run run) {
        if (run.isStopRecorded()) {
            return Optional.of(new ApplyOutcome.NotActive(run.state()));
        }
        Integer expected = command.expectedVersion();
        if (expected != null && expected != run.configuration().version()) {
            return Optional.of(
                    new ApplyOutcome.VersionConflict(run.configuration().version()));
        }
        ConfigurationRef wanted = command.configuration();
        Optional<SavedConfiguration> saved = configurations
                .version(wanted.id(), wanted.version())
                .filter(found -> found.environment().equals(run.environment()));
        if (saved.isEmpty() || saved.get().archived()) {
            String detail = saved.isEmpty() ? "is not a version of the run's configuration" : "is archived";
            return Optional.of(new ApplyOutcome.UnknownVersion(detail));
        }
        var ceilings = environments.find(run.environment()).flatMap(target -> target.ceilings());
        List<Violation> violations = rules.violations(saved.get().content(), ceilings);
        return violations.isEmpty() ? Optional.empty() : Optional.of(new ApplyOutcome.Violated(violations));
    }

    private static Predicate<Message> sameAs(ApplyConfiguration command) {
        return earlier -> switch (earlier) {
            case ApplyConfiguration first ->
                first.runId().equals(command.runId())
                        && first.configuration().equals(command.configuration())
                        && Objects.equals(first.expectedVersion(), command.expectedVersion())
                        && Objects.equals(first.reason(), command.reason());
            case ConfigurationApplied done ->
                done.runId().equals(command.runId()) && done.configuration().equals(command.configuration());
            case ApplyRejected rejected ->
                rejected.runId().equals(command.runId())
                        && rejected.configuration().equals(command.configuration());
            default -> true;
        };
    }

    private ApplyOutcome outcome(CommandResult<Message> result, Run before) {
        return switch (result) {
            case CommandResult.Answered<Message>(ConfigurationApplied applied) -> applied(applied, before);
            case CommandResult.Answered<Message>(ApplyRejected rejected) -> rejected(rejected);
            case CommandResult.Answered<Message>(ConfigurationRejected rejected) -> new ApplyOutcome.Refused();
            case CommandResult.Answered<Message>(Message other) ->
                throw new IllegalStateException(other.type() + " does not answer ApplyConfiguration");
            case CommandResult.TimedOut<Message> timedOut -> new ApplyOutcome.NoAnswer();
            case CommandResult.NotPublished<Message>() -> new ApplyOutcome.NotSent();
            case CommandResult.Overloaded<Message>() -> new ApplyOutcome.NotSent();
            case CommandResult.KeyReused<Message>() -> new ApplyOutcome.KeyReused();
        };
    }

    /** The run is shown as it is now: a later version may be in force already. */
    private ApplyOutcome applied(ConfigurationApplied event, Run before) {
        ConfigurationRef previous = event.previous();
        return new ApplyOutcome.Applied(
                runs.find(event.runId()).orElse(before),
                event.configuration().version(),
                previous == null ? null : previous.version(),
                event.meta().occurredAt(),
                changes(previous, event.configuration()));
    }

    private List<FieldDifference> changes(@Nullable ConfigurationRef previous, ConfigurationRef applied) {
        Optional<SavedConfiguration> from =
                previous == null ? Optional.empty() : configurations.version(previous.id(), previous.version());
        return configurations
                .version(applied.id(), applied.version())
                .flatMap(to -> from.map(old -> comparison.between(old, to).differences()))
                .orElse(List.of());
    }

    private ApplyOutcome rejected(ApplyRejected event) {
        return switch (event.reason()) {
            case RUN_NOT_ACTIVE ->
                new ApplyOutcome.NotActive(
                        runs.find(event.runId()).map(Run::state).orElse(RunState.STOPPED));
            case UNKNOWN_CONFIGURATION -> new ApplyOutcome.UnknownVersion("is " + event.detail());
            case OTHER_CONFIGURATION -> new ApplyOutcome.OtherConfiguration(event.detail());
            case FIXED_FIELD -> new ApplyOutcome.FixedField(event.detail());
            case VERSION_CONFLICT ->
                new ApplyOutcome.VersionConflict(runs.find(event.runId())
                        .map(run -> run.configuration().version())
                        .orElse(0));
            case EXPIRED -> new ApplyOutcome.NoAnswer();
        };
    }
}
