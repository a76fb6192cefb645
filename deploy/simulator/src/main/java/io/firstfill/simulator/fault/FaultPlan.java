package io.firstfill.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The effects of all rules on one request. Delays add up and mutations follow one another; of several answers or drops,
 * that of the oldest rule holds.
 *
 * @param rules the ids of the rules that hit
 * @param behaviour switches that are overridden for this request
 */
public record FaultPlan(
        List<String> rules,
        long delayExecutionMillis,
        long delayAnswerMillis,
        ObjectNode behaviour,
        Effect.@Nullable Answer answer,
        Effect.@Nullable Drop drop,
        List<AnswerMutation> mutations) {

    /** Returns whether the exchange executes the request. */
    public boolean executes() {
        return (answer == null || answer.executed()) && (drop == null || drop.executed());
    }

    /** The body of the answer as the rules leave it. */
    public String mutate(String body) {
        String changed = body;
        for (AnswerMutation mutation : mutations) {
            changed = mutation.apply(changed);
        }
        return changed;
    }
}
