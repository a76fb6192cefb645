package io.firstfill.control.position;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.ClosePosition;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.SellEverything;
import io.firstfill.contract.command.SetExitPlan;
import io.firstfill.contract.configuration.CloseStyle;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.exit.ExitPlanned;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.TradingState;
import io.firstfill.control.ControlSettings;
import io.firstfill.control.command.CommandDispatcher;
import io.firstfill.control.command.CommandIds;
import io.firstfill.control.command.CommandResult;
import io.firstfill.control.configuration.Violation;
import io.firstfill.control.configuration.exit.ExitPlanDraft;
import io.firstfill.control.configuration.exit.ExitPlanReader;
import io.firstfill.control.environment.EnvironmentBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends the commands with which a person ends positions, or changes how they end. They need no ledger: the trader acts
 * on them alone. A command that was sent before is judged as it was then.
 */
@ApplicationScoped
public class PositionCommands {
    private final PositionBook positions;
    private final EnvironmentBook environments;
    private final CommandIds ids;
    private final CommandDispatcher dispatcher;
    private final ControlSettings settings;

    PositionCommands(
            PositionBook positions,
            EnvironmentBook environments,
            CommandIds ids,
            CommandDispatcher dispatcher,
            ControlSettings settings) {
        this.positions = positions;
        this.environments = environments;
        this.ids = ids;
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    /** Who sends a command, and why. */
    public record Person(Actor actor, Optional<String> key, String reason) {}

    /**
     * Sells a position, or a part of it.
     *
     * @param share of what is left; null for all of it
     * @param style null for a market order
     */
    public Uni<PositionOutcome> close(
            EnvironmentId environment,
            PositionId position,
            @Nullable Ratio share,
            @Nullable CloseStyle style,
            Person person) {
        Meta meta = ids.metaFor(ClosePosition.class, environment, person.actor(), person.key());
        return send(
                new ClosePosition(meta, environment, person.actor(), position, person.reason(), share, style),
                halted(environment).or(() -> closed(environment, position)));
    }

    /** Sells every position of an environment at market. */
    public Uni<PositionOutcome> sellEverything(EnvironmentId environment, Person person) {
        Meta meta = ids.metaFor(SellEverything.class, environment, person.actor(), person.key());
        return send(
                new SellEverything(meta, environment, person.actor(), person.reason()),
                halted(environment)
                        .or(() -> positions.open(environment).isEmpty()
                                ? Optional.of(new PositionOutcome.NothingOpen())
                                : Optional.empty()));
    }

    /** Replaces the plan by which a position ends. */
    public Uni<PositionOutcome> plan(
            EnvironmentId environment, PositionId position, @Nullable ExitPlanDraft draft, Person person) {
        List<Violation> violations = new ArrayList<>();
        ExitPlan plan =
                new ExitPlanReader("plan", (field, why) -> violations.add(new Violation(field, why))).read(draft);
        if (plan == null) {
            return now(new PositionOutcome.Invalid(
                    violations.isEmpty() ? List.of(new Violation("plan", "must be given")) : violations));
        }
        return set(environment, position, plan, person, closed(environment, position));
    }

    /** Leaves a position to persons: it ends by no plan any more. */
    public Uni<PositionOutcome> cancelPlan(EnvironmentId environment, PositionId position, Person person) {
        Optional<PositionOutcome> refusal = closed(environment, position)
                .or(() -> positions
                        .find(environment, position)
                        .filter(found -> found.plan() == null)
                        .map(found -> new PositionOutcome.NoPlan()));
        return set(environment, position, null, person, refusal);
    }

    private Uni<PositionOutcome> set(
            EnvironmentId environment,
            PositionId position,
            @Nullable ExitPlan plan,
            Person person,
            Optional<PositionOutcome> refusal) {
        Meta meta = ids.metaFor(SetExitPlan.class, environment, person.actor(), person.key());
        return send(
                new SetExitPlan(meta, environment, person.actor(), position, plan, person.reason()),
                halted(environment).or(() -> refusal));
    }

    private Optional<PositionOutcome> halted(EnvironmentId environment) {
        return environments
                .tradingState(environment)
                .filter(changed -> changed.state() == TradingState.HALTED)
                .map(changed -> new PositionOutcome.Halted());
    }

    private Optional<PositionOutcome> closed(EnvironmentId environment, PositionId position) {
        Optional<PositionStatus> found = positions.find(environment, position);
        if (found.isEmpty()) {
            return Optional.of(new PositionOutcome.Unknown());
        }
        return found.get().open() ? Optional.empty() : Optional.of(new PositionOutcome.Ended());
    }

    /** @param refusal of a command that was not sent before */
    private Uni<PositionOutcome> send(Command command, Optional<PositionOutcome> refusal) {
        if (!dispatcher.mayPublish(command)) {
            return now(new PositionOutcome.NotYetKnown());
        }
        if (refusal.isPresent() && !dispatcher.contains(command.meta().id())) {
            return now(refusal.get());
        }
        return dispatcher
                .send(command, same(command), settings.answerDeadline())
                .map(PositionCommands::outcome);
    }

    private static PositionOutcome outcome(CommandResult<Message> result) {
        return switch (result) {
            case CommandResult.Answered<Message> answered -> new PositionOutcome.Done();
            case CommandResult.TimedOut<Message>(boolean recorded) ->
                recorded ? new PositionOutcome.Recorded() : new PositionOutcome.NotAcknowledged();
            case CommandResult.NotPublished<Message>() -> new PositionOutcome.NotSent();
            case CommandResult.Overloaded<Message>() -> new PositionOutcome.NotSent();
            case CommandResult.KeyReused<Message>() -> new PositionOutcome.KeyReused();
        };
    }

    private static Predicate<Message> same(Command command) {
        return earlier -> switch (command) {
            case ClosePosition wanted -> isSame(earlier, wanted);
            case SetExitPlan wanted -> isSame(earlier, wanted);
            case SellEverything wanted ->
                earlier instanceof ExitTriggered
                        || (earlier instanceof SellEverything first
                                && first.reason().equals(wanted.reason()));
            default -> false;
        };
    }

    private static boolean isSame(Message earlier, ClosePosition wanted) {
        return switch (earlier) {
            case ClosePosition first ->
                first.positionId().equals(wanted.positionId())
                        && Objects.equals(first.share(), wanted.share())
                        && first.style() == wanted.style()
                        && first.reason().equals(wanted.reason());
            case ExitTriggered done -> done.positionId().equals(wanted.positionId());
            default -> false;
        };
    }

    private static boolean isSame(Message earlier, SetExitPlan wanted) {
        return switch (earlier) {
            case SetExitPlan first ->
                first.positionId().equals(wanted.positionId())
                        && Objects.equals(first.plan(), wanted.plan())
                        && first.reason().equals(wanted.reason());
            case ExitPlanned done ->
                done.positionId().equals(wanted.positionId()) && Objects.equals(done.plan(), wanted.plan());
            default -> false;
        };
    }

    private static Uni<PositionOutcome> now(PositionOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
