package io.firstfill.control.run;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.RunResumed;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.run.RunStopping;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.control.Book;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The book of every run. */
@ApplicationScoped
public class RunBook implements Book {
    private final Map<RunId, Run> runs = new ConcurrentHashMap<>();
    /** What risk decided about a run whose start has not been read: the two stand on different topics. */
    private final Map<RunId, List<UnaryOperator<Run>>> early = new ConcurrentHashMap<>();

    public Optional<Run> find(RunId id) {
        return Optional.ofNullable(runs.get(id));
    }

    /** Returns the one run of the environment that is not stopped. */
    public Optional<Run> active(EnvironmentId environment) {
        return runs.values().stream()
                .filter(run -> run.environment().equals(environment) && run.state() != RunState.STOPPED)
                .findFirst();
    }

    /** Returns all runs, newest first. */
    public List<Run> all() {
        return runs.values().stream()
                .sorted(Comparator.comparing(Run::startedAt).reversed())
                .toList();
    }

    @Override
    public void reset() {
        runs.clear();
        early.clear();
    }

    @Override
    public void apply(Message message) {
        switch (message) {
            case RunStarted started -> start(Run.of(started));
            case RunSuspended event -> change(event.runId(), run -> run.suspended(event));
            case RunResumed event -> change(event.runId(), Run::resumed);
            case StopRun command -> change(command.runId(), run -> run.stopRequested(command));
            case RunStopping event -> change(event.runId(), run -> run.stopping(event));
            case RunStopped event -> change(event.runId(), run -> run.stopped(event));
            case ConfigurationApplied event -> change(event.runId(), run -> run.applied(event));
            case PermitGranted granted -> decided(granted.runId(), Run::granted);
            case CapReached reached -> decided(reached.runId(), run -> run.reached(reached));
            case CapCleared cleared -> decided(cleared.runId(), run -> run.cleared(cleared));
            default -> {
                // A message of another book.
            }
        }
    }

    private void start(Run run) {
        Run current = run;
        for (UnaryOperator<Run> decision : early.getOrDefault(run.runId(), List.of())) {
            current = decision.apply(current);
        }
        early.remove(run.runId());
        runs.putIfAbsent(run.runId(), current);
    }

    private void decided(RunId id, UnaryOperator<Run> decision) {
        if (runs.containsKey(id)) {
            change(id, decision);
        } else {
            early.merge(
                    id,
                    List.of(decision),
                    (before, more) ->
                            Stream.concat(before.stream(), more.stream()).toList());
        }
    }

    private void change(RunId id, UnaryOperator<Run> change) {
        runs.computeIfPresent(id, (ignored, run) -> change.apply(run));
    }
}
