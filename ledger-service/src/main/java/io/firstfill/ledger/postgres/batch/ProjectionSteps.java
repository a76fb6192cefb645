package io.firstfill.ledger.postgres.batch;

import io.firstfill.ledger.journal.JournalTransaction.NewMessage;
import io.firstfill.ledger.postgres.projection.Projection;
import io.firstfill.ledger.postgres.projection.ProjectionStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the statements of many messages together without changing what they do: messages about one row keep their
 * order, because each goes into a later step than the one before it; those of a step are about different rows, and one
 * statement takes all that are of its kind. A statement that may concern any row is a step of its own.
 */
final class ProjectionSteps {
    /** The messages that one execution takes: those of a step with the same statement and argument. */
    record Execution(ProjectionStatement statement, List<Long> positions) {}

    private record Kind(String update, @Nullable String argument) {}

    private final List<Map<Kind, Execution>> steps = new ArrayList<>();
    /** The step that follows the last one about the row. */
    private final Map<String, Integer> next = new HashMap<>();
    /** The step that follows the last one about any row. */
    private int earliest;

    private ProjectionSteps() {}

    /** Returns executions in the order in which they must be run. */
    static List<Execution> of(List<NewMessage> messages) {
        ProjectionSteps steps = new ProjectionSteps();
        for (NewMessage each : messages) {
            Projection.of(each.message()).forEach(statement -> steps.add(statement, each.position()));
        }
        return steps.steps.stream().flatMap(step -> step.values().stream()).toList();
    }

    private void add(ProjectionStatement statement, long position) {
        int step = statement.row() == null ? steps.size() : next.getOrDefault(statement.row(), earliest);
        if (step == steps.size()) {
            steps.add(new LinkedHashMap<>());
        }
        steps.get(step)
                .computeIfAbsent(
                        new Kind(statement.update(), statement.argument()),
                        kind -> new Execution(statement, new ArrayList<>()))
                .positions()
                .add(position);
        if (statement.row() == null) {
            earliest = steps.size();
            next.clear();
        } else {
            next.put(statement.row(), step + 1);
        }
    }
}
