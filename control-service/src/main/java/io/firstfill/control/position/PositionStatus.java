package io.firstfill.control.position;

import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.exit.ExitEnded;
import io.firstfill.contract.exit.ExitEvent;
import io.firstfill.contract.exit.ExitPlanned;
import io.firstfill.contract.exit.ExitTriggered;
import io.firstfill.contract.exit.SellStep;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.mark.Mark;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Pair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A position, with the plan by which it ends and what is under way. What it holds and has cost, the ledger says.
 *
 * @param open whether it holds something that can be sold
 * @param runId absent until an event of its end names it
 * @param plan absent where it ends by no plan
 * @param plannedBy who has set the plan; absent where it is that of the run's configuration
 * @param mark its price and the prices that trigger next; absent where it has ended, or none was told yet
 * @param exits the latest, the first of them first
 * @param changedAt when its latest event happened
 */
public record PositionStatus(
        PositionId positionId,
        EnvironmentId environment,
        Pair pair,
        boolean open,
        @Nullable RunId runId,
        @Nullable ExitPlan plan,
        @Nullable Actor plannedBy,
        @Nullable Mark mark,
        List<ExitStatus> exits,
        Instant changedAt) {
    private static final int EXITS = 50;

    public PositionStatus {
        exits = List.copyOf(exits);
    }

    static PositionStatus of(PositionId id, EnvironmentId environment, Pair pair, Instant at) {
        return new PositionStatus(id, environment, pair, true, null, null, null, null, List.of(), at);
    }

    PositionStatus after(ExitEvent event) {
        return switch (event) {
            case ExitPlanned it -> with(event, it.plan(), it.by(), exits);
            case ExitTriggered it -> with(event, plan, plannedBy, triggered(it));
            case ExitEnded it -> with(event, plan, plannedBy, changed(it.exit(), exit -> exit.after(it)));
            case SellStep it -> with(event, plan, plannedBy, changed(it.exit(), exit -> exit.after(it)));
        };
    }

    PositionStatus marked(@Nullable Mark now, boolean isOpen) {
        return new PositionStatus(positionId, environment, pair, isOpen, runId, plan, plannedBy, now, exits, changedAt);
    }

    private PositionStatus with(
            ExitEvent event, @Nullable ExitPlan next, @Nullable Actor by, List<ExitStatus> nextExits) {
        Instant at = event.meta().occurredAt();
        return new PositionStatus(
                positionId,
                environment,
                pair,
                open,
                event.runId(),
                next,
                by,
                mark,
                nextExits,
                at.isAfter(changedAt) ? at : changedAt);
    }

    private List<ExitStatus> triggered(ExitTriggered it) {
        if (exits.stream().anyMatch(exit -> exit.exitId().equals(it.meta().id()))) {
            return exits;
        }
        List<ExitStatus> next = new ArrayList<>(exits);
        next.add(ExitStatus.of(it));
        return next.subList(Math.max(0, next.size() - EXITS), next.size());
    }

    private List<ExitStatus> changed(MessageId exit, UnaryOperator<ExitStatus> change) {
        return exits.stream()
                .map(it -> it.exitId().equals(exit) ? change.apply(it) : it)
                .toList();
    }
}
